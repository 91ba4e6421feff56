// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

/**
 * One thing that is wrong, or worth knowing, in a template.
 *
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param sentence the rule and the way out
 */
public record Mistake(int line, String sentence) {
  /** The form that editors and compilers share, {@code template.yaml:12: sentence}. */
  public String in(String file) {
    return line == 0 ? file + ": " + sentence : file + ":" + line + ": " + sentence;
  }
}
