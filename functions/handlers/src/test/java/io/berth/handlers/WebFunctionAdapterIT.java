// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Web function: {@code scf_bootstrap}, and HTTP as it is. */
class WebFunctionAdapterIT implements AdapterContract {
  @RegisterExtension
  static final StartedFunctions FUNCTIONS = new StartedFunctions(WebFunction::open);

  @Override
  public StartedFunctions functions() {
    return FUNCTIONS;
  }

  @Test
  void refusalIsAlwaysOfTheSameForm() throws Exception {
    Adapter.ReceivedAnswer answer =
        registries().send(new Adapter.SentCall("GET", Map.of(), new byte[0], false));

    assertThat(answer.wire())
        .isEqualTo(
            "HTTP 405\nallow: POST\ncontent-type: application/json\n\n"
                + "{\"Error\":{\"Code\":\"method_not_allowed\",\"Message\":\"use POST\"},"
                + "\"Outcome\":\"refused\",\"RequestId\":\""
                + answer.requestId()
                + "\"}");
  }

  private record WebFunction(Port9000 port) implements Adapter {

    static Adapter open(UnpackedBundle bundle, Fixture function, boolean keys, Path folder)
        throws IOException {
      return new WebFunction(Port9000.open(bundle, function, keys, folder));
    }

    @Override
    public ReceivedAnswer call(SentCall call) throws Exception {
      String id = port.nextId();
      HttpResponse<String> response =
          port.send(call.method(), "/", id, call.headers(), call.body());
      Map<String, Object> headers = new LinkedHashMap<>();
      StringBuilder wire = new StringBuilder("HTTP " + response.statusCode() + "\n");
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (name.equals("allow") || name.equals("content-type")) {
                  headers.put(name.equals("allow") ? "Allow" : "Content-Type", values.get(0));
                  wire.append(name).append(": ").append(values.get(0)).append('\n');
                }
              });
      return new ReceivedAnswer(
          wire.append('\n').append(response.body()).toString(),
          id,
          new Fixture.Reply(
              response.statusCode(),
              headers,
              Json.readObject(response.body().getBytes(UTF_8), Json.Limits.WIDE)));
    }

    @Override
    public String output() throws IOException {
      return port.output();
    }

    @Override
    public void close() {
      port.close();
    }
  }
}
