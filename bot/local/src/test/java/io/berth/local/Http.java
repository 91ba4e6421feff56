// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** JSON over HTTP for tests, and waiting for a condition. */
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Http() {}

  static Map<String, Object> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).GET());
  }

  static Map<String, Object> send(String method, URI uri, Object body) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.writeBytes(body))));
  }

  private static Map<String, Object> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return response.body().isBlank()
          ? Map.of("status", (long) response.statusCode())
          : Json.readObject(response.body().getBytes(UTF_8), Json.Limits.WIDE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The objects of a list. */
  @SuppressWarnings("unchecked") // Json makes only maps with text keys
  static List<Map<String, Object>> objects(Object list) {
    return list == null ? List.of() : (List<Map<String, Object>>) list;
  }

  /** Looks again and again until there is something, at most a minute. */
  static <T> T await(String what, Supplier<Optional<T>> look) {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < limit) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("waited in vain for " + what);
  }
}
