// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.auth.Callers;
import io.berth.contract.auth.WebhookVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function to compare Berth's with: what every peer does with a call. How it reads and writes
 * JSON and how it calls the cloud is what is compared, and is the peer's own.
 */
abstract class PeerFunction implements RequestStreamHandler {
  private final WebhookVerifier verifier;

  PeerFunction(Map<String, String> environment, Clock clock) {
    verifier = new WebhookVerifier(Callers.parse(environment.get("BERTH_CALLERS")), clock);
  }

  /** The call that an event of the platform carries. */
  record PeerCall(Map<String, List<String>> headers, String body) {}

  abstract PeerCall read(byte[] event);

  /** Calls CreateInstance with the fields of {@code body}; returns the body of the answer. */
  abstract String created(String body) throws IOException;

  abstract byte[] write(Map<String, Object> answer);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    PeerCall call = read(input.readAllBytes());
    boolean accepted =
        verifier
            .verify(call.headers(), call.body().getBytes(UTF_8))
            .fold(yes -> true, rejected -> false);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("isBase64Encoded", false);
    answer.put("statusCode", accepted ? 200 : 401);
    answer.put("headers", Map.of("Content-Type", "application/json"));
    answer.put("body", accepted ? created(call.body()) : "{}");
    context.getLogger().log("answered " + answer.get("statusCode"));
    output.write(write(answer));
  }
}
