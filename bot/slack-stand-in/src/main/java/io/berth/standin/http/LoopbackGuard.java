// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps strangers out: only names of this machine are answered (no DNS rebinding), and no page of
 * another origin may write (a browser always sends its Origin with a foreign POST).
 */
final class LoopbackGuard implements HttpHandler {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final HttpHandler guarded;

  LoopbackGuard(HttpHandler guarded) {
    this.guarded = guarded;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    String host = request.header("host").orElse("");
    if (!NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
      return HttpResponse.text(
          421, "Host: only names of this machine are answered; use http://127.0.0.1.\n");
    }
    Optional<String> origin =
        request.header("origin").filter(sent -> !sent.equals("http://" + host));
    return origin.isPresent()
        ? HttpResponse.text(403, "Origin: pages of other origins may not use this server.\n")
        : guarded.handle(request);
  }
}
