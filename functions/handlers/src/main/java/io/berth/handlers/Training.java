// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * All functions in one process, each at its own path. The build runs it once and keeps what it
 * loaded as the archive of classes that every function then starts from; it serves nobody else.
 */
public final class Training {
  private Training() {}

  /** Runs like {@link Main}, until SIGTERM. */
  public static void main(String[] args) {
    System.exit(Main.run(System.getenv(), (start, unused) -> Optional.of(everyFunction(start))));
  }

  private static RequestStreamHandler everyFunction(FunctionStart start) {
    Map<String, RequestStreamHandler> byPath = new HashMap<>();
    for (FunctionName name : FunctionName.values()) {
      byPath.put("/" + name.wireName(), start.handler(name.wireName()).orElseThrow());
    }
    return (input, output, context) -> {
      byte[] event = input.readAllBytes();
      Object path = Json.readObject(event, Json.Limits.WIDE).get("path");
      Objects.requireNonNull(byPath.get((String) path))
          .handleRequest(new ByteArrayInputStream(event), output, context);
    };
  }
}
