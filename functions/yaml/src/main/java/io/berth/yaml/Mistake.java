// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

/**
 * One thing that is wrong, or worth knowing, in a file.
 *
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param sentence the rule and the way out
 */
public record Mistake(int line, String sentence) {
  /** The form that editors and compilers share, {@code template.yaml:12: sentence}. */
  public String in(String file) {
    return (line == 0 ? "%1$s: %3$s" : "%1$s:%2$d: %3$s").formatted(file, line, sentence);
  }
}
