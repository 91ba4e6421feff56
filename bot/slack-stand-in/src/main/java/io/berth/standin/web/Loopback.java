// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps strangers out: only names of this machine are answered (no DNS rebinding), and no page of
 * another origin may write (a browser always sends its Origin with a foreign POST).
 */
final class Loopback implements Door {
  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Door inside;

  Loopback(Door inside) {
    this.inside = inside;
  }

  @Override
  public Out answer(In in) {
    String host = in.header("host").orElse("");
    if (!NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
      return Out.text(
          421, "Host: only names of this machine are answered; use http://127.0.0.1.\n");
    }
    Optional<String> origin = in.header("origin").filter(sent -> !sent.equals("http://" + host));
    return origin.isPresent()
        ? Out.text(403, "Origin: pages of other origins may not use this server.\n")
        : inside.answer(in);
  }
}
