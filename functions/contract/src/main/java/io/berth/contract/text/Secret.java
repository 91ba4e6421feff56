// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;

/** A text that must not be printed: everything but {@link #reveal()} shows {@code ***}. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Wraps {@code value}, which may be empty. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The text itself, for the one place that needs it. */
  public String reveal() {
    return value;
  }

  /** Whether there is nothing in it but white space. */
  public boolean isBlank() {
    return value.isBlank();
  }

  /** Compares in constant time, so that a comparison cannot be timed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
  }

  /** One number for all: a hash of the value would be a fingerprint of it in a log. */
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "***";
  }
}
