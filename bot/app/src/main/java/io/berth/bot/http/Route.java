// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.util.function.Predicate;

/**
 * One method on one path, or on all paths of one shape.
 *
 * @param path says whether a raw path is this route's
 * @param maxBody bytes read at most; a longer body is answered with 413 and never reaches the
 *     handler
 */
public record Route(String method, Predicate<String> path, int maxBody, HttpHandler handler) {
  /** A route for exactly one path. */
  public static Route exact(String method, String path, int maxBody, HttpHandler handler) {
    return new Route(method, path::equals, maxBody, handler);
  }

  /**
   * A route for {@code prefix} and one more segment of letters, digits, {@code _} and {@code -}.
   */
  public static Route oneBelow(String method, String prefix, int maxBody, HttpHandler handler) {
    return new Route(method, path -> isOneBelow(prefix, path), maxBody, handler);
  }

  private static boolean isOneBelow(String prefix, String path) {
    return path.startsWith(prefix)
        && path.length() > prefix.length()
        && path.chars().skip(prefix.length()).allMatch(Route::isPlain);
  }

  private static boolean isPlain(int c) {
    return c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c == '_'
        || c == '-';
  }
}
