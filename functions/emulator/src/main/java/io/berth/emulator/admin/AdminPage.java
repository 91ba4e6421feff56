// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A page for people at {@code /_emulator/}: its files, which are part of the jar. It reads the JSON
 * routes like any other caller. Nothing of it comes from outside, and no text becomes markup.
 */
final class AdminPage {
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

  private AdminPage() {}

  /** Whether the path is the page's. */
  static boolean isFor(String path) {
    return path.equals(ROOT) || path.equals(INDEX) || path.startsWith(FOLDER);
  }

  static AdminReply reply(AdminRequest in) {
    if (!in.method().equals("GET")) {
      return AdminReply.refused(405, "method", "must be GET");
    }
    if (in.path().equals(ROOT)) {
      return AdminReply.moved(INDEX);
    }
    if (in.path().equals(INDEX)) {
      return file("index.html");
    }
    String name = in.path().substring(FOLDER.length());
    return FILES.contains(name)
        ? file(name)
        : AdminReply.refused(404, "path", "must be a file of the page; the page is at " + INDEX);
  }

  private static AdminReply file(String name) {
    String type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    try (InputStream in = AdminPage.class.getResourceAsStream("page/" + name)) {
      return AdminReply.ok(type, in.readAllBytes()).with(HEADERS);
    } catch (IOException e) {
      throw new UncheckedIOException("The page is part of the jar.", e);
    }
  }
}
