// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be wrong with a delivery. */
public enum DeliveryFault {
  /** Sent two times at once, as by a double click: two trigger ids, two response URLs. */
  TWICE,
  /** Sent again after its answer: the same bytes, the same signature. */
  REPLAY,
  /** Signed with another secret. */
  WRONG_SECRET,
  /** Signed with the secret {@code ---}, which careless verifiers accept when they have none. */
  SECRET_DASHES,
  /** Signed ten minutes ago. */
  STALE,
  /** Signed ten minutes ahead. */
  FUTURE,
  /** Changed after signing. */
  TAMPERED,
  /** Without signature. */
  UNSIGNED,
  /** Preceded by Slack's unsigned {@code ssl_check=1}. */
  SSL_CHECK;

  /** The name in scripts, such as {@code wrong_secret}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault of this name. */
  public static Optional<DeliveryFault> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** All names, for a helpful refusal. */
  public static String words() {
    return Arrays.stream(values()).map(DeliveryFault::word).collect(Collectors.joining(", "));
  }
}
