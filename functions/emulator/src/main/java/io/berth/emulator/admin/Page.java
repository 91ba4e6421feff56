// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * A page for people at {@code /_emulator/}: its files, which are part of the jar. It reads the JSON
 * routes like any other caller. Nothing of it comes from outside, and no text becomes markup.
 */
final class Page {
  private static final String ROOT = "/_emulator";
  private static final String INDEX = ROOT + "/";
  private static final String FOLDER = ROOT + "/page/";
  private static final Set<String> FILES =
      Set.of("style.css", "icon.svg", "app.js", "dom.js", "reset.js", "sections.js");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
          "Referrer-Policy",
          "no-referrer");

  private Page() {}

  /** Whether the path is the page's. */
  static boolean isFor(String path) {
    return path.equals(ROOT) || path.equals(INDEX) || path.startsWith(FOLDER);
  }

  static Reply reply(In in) {
    if (!in.method().equals("GET")) {
      return Reply.refused(405, "method", "must be GET");
    }
    if (in.path().equals(ROOT)) {
      return Reply.moved(INDEX);
    }
    if (in.path().equals(INDEX)) {
      return file("index.html");
    }
    String name = in.path().substring(FOLDER.length());
    return FILES.contains(name)
        ? file(name)
        : Reply.refused(404, "path", "must be a file of the page; the page is at " + INDEX);
  }

  private static Reply file(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in = Page.class.getResourceAsStream("page/" + name)) {
      return Reply.ok(type, in.readAllBytes()).with(HEADERS);
    } catch (IOException e) {
      throw new UncheckedIOException("The page is part of the jar.", e);
    }
  }
}
