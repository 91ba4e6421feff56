// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.yaml.YamlMapping;

/** SCF's rules for names (SCF, limits; CreateFunction, FunctionName). */
final class ScfNames {
  static final int MOST_TOGETHER = 118;

  private static final int MOST = 60;

  private ScfNames() {}

  /**
   * Notes a mistake unless the key {@code name} of {@code in} has {@code least} to 60 characters of
   * the right kind.
   */
  static void check(String kind, YamlMapping in, String name, int least) {
    boolean right = name.matches("[A-Za-z][A-Za-z0-9_-]*") && !name.matches(".*[-_]");
    if (!right || name.length() < least || name.length() > MOST) {
      in.mistake(
          name,
          "%s name %s (%d characters) must have %d to %d letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"
              .formatted(kind, Echo.of(name), name.length(), least, MOST));
    }
  }
}
