// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The four calls of SCF's Custom Runtime API (SCF, "Custom Runtime"). Each may be made twice
 * without harm: the first post is final, and {@code next} gives the same event until it is
 * answered.
 */
final class RuntimeApi {
  private static final int POST_MILLIS = 10_000;
  private static final byte[] SPACE = " ".getBytes(UTF_8);

  private final String host;
  private final int port;
  private volatile @Nullable PlainHttp polling;
  private volatile boolean hungUp;

  RuntimeApi(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** An event to answer; a missing id is blank, a missing number 0. */
  record Event(byte[] body, String requestId, int memoryMb, long limitMillis) {}

  void ready() throws IOException {
    post("/runtime/init/ready", SPACE);
  }

  /** Waits for an event as long as it takes. */
  Event next() throws IOException {
    try (PlainHttp http = new PlainHttp(host, port, 0)) {
      polling = http;
      if (hungUp) {
        throw new IOException("hung up");
      }
      PlainHttp.Response answer = succeeded(http.send("GET", "/runtime/invocation/next", null));
      return new Event(
          answer.body(),
          header(answer, "request_id"),
          (int) number(header(answer, "memory_limit_in_mb")),
          number(header(answer, "time_limit_in_ms")));
    } finally {
      polling = null;
    }
  }

  void response(byte[] body) throws IOException {
    post("/runtime/invocation/response", body);
  }

  void error(String sentence) throws IOException {
    post("/runtime/invocation/error", sentence.getBytes(UTF_8));
  }

  /** Ends a waiting {@link #next}, and every later one, with an exception. */
  void hangUp() {
    hungUp = true;
    PlainHttp http = polling;
    if (http != null) {
      http.close();
    }
  }

  private void post(String path, byte[] body) throws IOException {
    try (PlainHttp http = new PlainHttp(host, port, POST_MILLIS)) {
      succeeded(http.send("POST", path, body));
    }
  }

  private static PlainHttp.Response succeeded(PlainHttp.Response answer) throws IOException {
    if (answer.status() / 100 != 2) {
      throw new IOException("the runtime API answered HTTP " + answer.status());
    }
    return answer;
  }

  /** Documents write the names with underscores and in several cases; a proxy may use hyphens. */
  private static String header(PlainHttp.Response answer, String name) {
    return answer
        .headers()
        .first(name)
        .or(() -> answer.headers().first(name.replace('_', '-')))
        .orElse("")
        .trim();
  }

  private static long number(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
