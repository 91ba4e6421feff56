// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A function behind its adapter, with the keys of those who call it, and a memory of all it
 * answered.
 *
 * @param answers as they were on the wire
 */
record CalledFunction(Fixture fixture, Adapter adapter, List<String> answers)
    implements AutoCloseable {

  CalledFunction(Fixture fixture, Adapter adapter) {
    this(fixture, adapter, new CopyOnWriteArrayList<>());
  }

  /** A call by ci, which needs no approval. */
  Adapter.ReceivedAnswer ci(String id, String body) throws Exception {
    return send(fixture.ci, id, body, Map.of());
  }

  /** A call by the bot, with an approval for exactly this body. */
  Adapter.ReceivedAnswer bot(int attempt, String body, String sha256) throws Exception {
    fixture.clock.move(Duration.between(fixture.clock.instant(), Instant.now()));
    String jws = new ApprovalSigner("k1", fixture.keys.signingKey()).sign(fixture.approval(sha256));
    return send(
        fixture.bot, Fixture.REQUEST + "-" + attempt, body, Map.of(CallHeaders.APPROVAL, jws));
  }

  Adapter.ReceivedAnswer send(Secret key, String id, String body, Map<String, String> more)
      throws Exception {
    return send(
        new Adapter.SentCall("POST", signed(key, id, body, more), body.getBytes(UTF_8), false));
  }

  Adapter.ReceivedAnswer send(Adapter.SentCall call) throws Exception {
    Adapter.ReceivedAnswer answer = adapter.call(call);
    answers.add(answer.wire());
    return answer;
  }

  /** The headers of a signed call of this moment. */
  static Map<String, String> signed(Secret key, String id, String body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.putAll(WebhookSigner.headers(key, id, Instant.now(), body.getBytes(UTF_8)));
    headers.putAll(more);
    return headers;
  }

  /** All that anybody could have seen of it: what it printed, and what it answered. */
  String seen() throws IOException {
    return adapter.output() + String.join("\n", answers);
  }

  @Override
  public void close() {
    adapter.close();
  }
}
