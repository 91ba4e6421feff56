// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;

/** Lengths and ranges, refused in the words of the Error Code tables. */
final class ParameterLimits {
  private ParameterLimits() {}

  /** A text of at most so many characters (inferred: characters and not bytes), or {@code ""}. */
  static String text(ObjectNode given, String name, int most) throws ApiError {
    String text = given.path(name).asText("");
    if (text.codePointCount(0, text.length()) > most) {
      throw tooLong(name + " has more than " + most + " characters.");
    }
    return text;
  }

  static long number(ObjectNode given, String name, long absent, long least, long most)
      throws ApiError {
    long value = given.path(name).asLong(absent);
    if (value < least) {
      throw new ApiError(
          "InvalidParameterValue.TooSmall",
          "Parameter value is too low. " + name + " must be at least " + least + ".");
    }
    if (value > most) {
      throw tooLarge(name + " must be at most " + most + ".");
    }
    return value;
  }

  static ApiError tooLarge(String rule) {
    return new ApiError("InvalidParameterValue.TooLarge", "Parameter value is too large. " + rule);
  }

  static ApiError tooLong(String rule) {
    return new ApiError("InvalidParameterValue.TooLong", "Length limit exceeded. " + rule);
  }
}
