// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpRequest;
import io.berth.standin.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The page's files. Nothing of it comes from outside, and nothing typed becomes markup. */
final class StaticFiles implements HttpHandler {
  private static final Set<String> FILES =
      Set.of(
          "index.html",
          "style.css",
          "icon.svg",
          "app.js",
          "blocks.js",
          "composer.js",
          "dom.js",
          "hints.js",
          "messages.js",
          "modal.js",
          "mrkdwn.js",
          "sidebar.js",
          "store.js");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY");

  @Override
  public HttpResponse handle(HttpRequest request) {
    String name = request.path().equals("/") ? "index.html" : request.path().substring(1);
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return HttpResponse.text(405, "The page is read with GET; scripts write under /local/.\n");
    }
    return FILES.contains(name)
        ? file(name)
        : HttpResponse.text(404, "There is nothing here. The page is at /, scripts use /local/.\n");
  }

  private static HttpResponse file(String name) {
    String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    try (InputStream stream = StaticFiles.class.getResourceAsStream("page/" + name)) {
      byte[] body =
          Optional.ofNullable(stream)
              .orElseThrow(() -> new IllegalStateException(name + " is missing in the jar"))
              .readAllBytes();
      return new HttpResponse(200, type, body, HEADERS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
