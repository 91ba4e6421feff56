// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.berth.cloud.Call;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CloudReply;
import io.berth.cloud.Credentials;
import io.berth.cloud.Endpoint;
import io.berth.cloud.Timeouts;
import io.berth.contract.text.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Calls through {@link CloudClient}. */
final class BerthSubject implements Subject {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CloudClient client;

  BerthSubject(Endpoint endpoint) {
    this.client = new CloudClient(endpoint, Clock.systemUTC(), Timeouts.DEFAULT);
  }

  @Override
  public Reply call(Ask ask) {
    CloudReply reply =
        client.call(
            new Call(
                ask.service(),
                ask.version(),
                ask.action(),
                ask.region(),
                ask.json().getBytes(StandardCharsets.UTF_8),
                new Credentials(
                    ask.key().id(),
                    Secret.of(ask.key().secret()),
                    ask.key().token().map(Secret::of))));
    return reply.fold(
        accepted -> new Reply.Accepted(JSON.valueToTree(accepted.response()), accepted.requestId()),
        refused -> new Reply.Refused(refused.code(), refused.message(), refused.requestId()),
        lost -> new Reply.Lost(lost.why()),
        malformed -> new Reply.Lost(malformed.why()));
  }

  @Override
  public void close() {
    client.close();
  }
}
