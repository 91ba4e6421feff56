// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.yaml.YamlMapping;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Which addresses the bot may be told to call. */
final class Urls {
  static final URI NOWHERE = URI.create("http://127.0.0.1");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Urls() {}

  /** An address that must be there; {@link #NOWHERE} after a mistake. */
  static URI required(YamlMapping in, String key) {
    return parse(in, key, in.requiredText(key));
  }

  /** An address or {@code otherwise}; {@link #NOWHERE} after a mistake. */
  static URI read(YamlMapping in, String key, String otherwise) {
    return parse(in, key, in.text(key, otherwise));
  }

  private static URI parse(YamlMapping in, String key, String text) {
    Optional<String> fault = text.isEmpty() ? Optional.empty() : fault(text, in.shown(key));
    fault.ifPresent(rest -> in.refuse(key, rest));
    Placeholders.refuse(in, key);
    return text.isEmpty() || fault.isPresent() ? NOWHERE : URI.create(text);
  }

  /** What is wrong with it, to go on after the key's name; nothing when it may be called. */
  private static Optional<String> fault(String text, String shown) {
    try {
      return fault(new URI(text), shown);
    } catch (URISyntaxException e) {
      return Optional.of(shown + " is not a URL; it may not hold spaces or such characters");
    }
  }

  private static Optional<String> fault(URI uri, String shown) {
    if (uri.getRawUserInfo() != null) {
      // Not echoed: what stands before the @ is most likely a password.
      return Optional.of("holds a user name or password before the @; remove it");
    }
    if (uri.getHost() == null || uri.getScheme() == null) {
      return Optional.of(shown + " needs scheme and host, like https://example.com/path");
    }
    boolean http = uri.getScheme().equals("http") && isLoopback(uri);
    return http || uri.getScheme().equals("https")
        ? Optional.empty()
        : Optional.of(shown + " must begin with https://; http:// is only for 127.0.0.1");
  }

  static boolean isLoopback(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }
}
