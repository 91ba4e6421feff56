// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

/** A saved state cannot be taken: one field of it breaks a rule. */
public final class BadState extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field its path, e.g. {@code registries.0.name}
   * @param rule what it must be, as the rest of a sentence
   */
  public BadState(String field, String rule) {
    super(rule, null, false, false);
    this.field = field;
  }

  /** The path of the field. */
  public String field() {
    return field;
  }
}
