// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Echo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Which addresses the bot may be told to call. */
final class Urls {
  static final URI NOWHERE = URI.create("http://127.0.0.1");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Urls() {}

  /** What is wrong with it, to go on after the key's name; nothing when it may be called. */
  static Optional<String> fault(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of(
          Echo.of(text) + " is not a URL; it may not hold spaces or such characters.");
    }
    if (uri.getRawUserInfo() != null) {
      // Not echoed: what stands before the @ is most likely a password.
      return Optional.of("holds a user name or password before the @; remove it.");
    } else if (uri.getHost() == null || uri.getScheme() == null) {
      return Optional.of(Echo.of(text) + " needs scheme and host, like https://example.com/path.");
    }
    boolean http = uri.getScheme().equals("http") && isLoopback(uri);
    return http || uri.getScheme().equals("https")
        ? Optional.empty()
        : Optional.of(Echo.of(text) + " must begin with https://; http:// is only for 127.0.0.1.");
  }

  static boolean isLoopback(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }
}
