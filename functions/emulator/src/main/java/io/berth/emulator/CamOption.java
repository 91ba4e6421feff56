// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.cam.BadPolicy;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The option {@code --cam}: FILE for every key, ROLE=FILE for one role. */
final class CamOption {
  static final String NAME = "--cam";

  private static final String ROLE = "[A-Za-z0-9+,.@_-]{1,128}";

  private CamOption() {}

  /** Reads the files of every time the option was given. */
  static Permissions read(List<String> values) throws Arguments.Unusable {
    Optional<CamPolicy> general = Optional.empty();
    Map<String, CamPolicy> roles = new HashMap<>();
    for (String value : values) {
      String[] parts = value.split("=", 2);
      if (parts.length == 1) {
        refuseSecond(general.isPresent(), "every key");
        general = Optional.of(policy(value));
      } else {
        refuseSecond(roles.containsKey(parts[0]), "the role " + role(parts[0]));
        roles.put(parts[0], policy(parts[1]));
      }
    }
    return new Permissions(general, roles);
  }

  private static void refuseSecond(boolean second, String whom) throws Arguments.Unusable {
    if (second) {
      throw new Arguments.Unusable(
          "The option --cam gives " + whom + " two policies; put both into one file.");
    }
  }

  private static String role(String role) throws Arguments.Unusable {
    if (!role.matches(ROLE)) {
      throw new Arguments.Unusable(
          "The option --cam must be FILE or ROLE=FILE, with a role's name of 1 to 128 letters,"
              + " digits and + , . @ _ -.");
    }
    return role;
  }

  private static CamPolicy policy(String file) throws Arguments.Unusable {
    try {
      return CamPolicy.of(Path.of(file));
    } catch (BadPolicy | InvalidPathException e) {
      throw new Arguments.Unusable("The option --cam cannot be used: " + e.getMessage());
    }
  }
}
