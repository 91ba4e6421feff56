// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.Map;

/** What the value of an option looks like. */
sealed interface Shape {
  /** Free text of at most {@code most} characters for people to read; may mention somebody. */
  record Prose(int most) implements Shape {}

  /** Text that the contract's validator judges. */
  record Word() implements Shape {}

  /**
   * A whole number.
   *
   * @param least the lowest that makes sense here; the validator may know more
   * @param most the highest
   * @param above the way out for somebody who wants more than {@code most}; empty when there is
   *     none
   */
  record Whole(long least, long most, String above) implements Shape {}

  /** One of a few words, in any case, each with the value that the API takes. */
  record Choice(Map<String, Object> values) implements Shape {}

  /** {@code key=value}. */
  record Pair() implements Shape {}

  /** No value at all; {@code on} is what the API gets. */
  record Flag(Object on) implements Shape {}
}
