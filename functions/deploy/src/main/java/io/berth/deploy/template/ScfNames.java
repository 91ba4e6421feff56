// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;

/** SCF's rules for names (SCF, limits; CreateFunction, FunctionName). */
final class ScfNames {
  static final int MOST_TOGETHER = 118;

  private ScfNames() {}

  /** Notes a mistake unless {@code name} has {@code least} to 60 characters of the right kind. */
  static void check(String kind, String name, int least, int line, Mistakes mistakes) {
    boolean right = name.matches("[A-Za-z][A-Za-z0-9_-]*") && !name.matches(".*[-_]");
    if (!right || name.length() < least || name.length() > 60) {
      mistakes.add(
          line,
          kind
              + " name "
              + Echo.of(name)
              + " ("
              + name.length()
              + " characters)"
              + " must have "
              + least
              + " to 60 letters, digits, '-' and '_',"
              + " begin with a letter and not end in '-' or '_'");
    }
  }
}
