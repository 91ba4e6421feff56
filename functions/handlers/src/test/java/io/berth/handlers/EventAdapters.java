// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What adapters promise to which HTTP comes as an event, and goes as an envelope. */
interface EventAdapters extends AdapterContract {

  /** The event of SCF's Function URL. */
  static String event(Adapter.SentCall call) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", call.method());
    event.put("path", "/");
    event.put("headers", call.headers());
    putBody(event, call);
    return Json.write(event);
  }

  /** As text, or in base64 with the flag that says so. */
  static void putBody(Map<String, Object> event, Adapter.SentCall call) {
    if (call.base64()) {
      event.put("isBase64Encoded", true);
      event.put("body", Base64.getEncoder().encodeToString(call.body()));
    } else if (call.body().length > 0) {
      event.put("body", new String(call.body(), UTF_8));
    }
  }

  @Test
  default void envelopeIsAlwaysOfTheSameForm() throws Exception {
    Adapter.ReceivedAnswer answer =
        registries().send(new Adapter.SentCall("GET", Map.of(), new byte[0], false));

    assertThat(answer.wire())
        .isEqualTo(
            "{\"isBase64Encoded\":false,\"statusCode\":405,"
                + "\"headers\":{\"Content-Type\":\"application/json\",\"Allow\":\"POST\"},"
                + "\"body\":\"{\\\"Error\\\":{\\\"Code\\\":\\\"method_not_allowed\\\","
                + "\\\"Message\\\":\\\"use POST\\\"},\\\"Outcome\\\":\\\"refused\\\","
                + "\\\"RequestId\\\":\\\""
                + answer.requestId()
                + "\\\"}\"}");
  }

  @Test
  default void bodyInBase64IsTheSameBody() throws Exception {
    String body = AdapterContract.registry("base64");
    Map<String, String> headers =
        CalledFunction.signed(registries().fixture().ci, "base64", body, Map.of());

    Fixture.Reply reply =
        registries()
            .send(new Adapter.SentCall("POST", headers, body.getBytes(UTF_8), true))
            .reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.body()).containsEntry("RegistryId", functions().cloud().idOf("base64"));
  }
}
