// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
import io.berth.contract.text.Echo;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule for a registry's name. The API's page gives none; this is the console's, as users tell
 * it [inferred]: 5 to 50 of a-z, 0-9 and '-', no '-' at either end.
 */
final class RegistryName {
  private static final String FIELD = "RegistryName";
  private static final String ILLEGAL = "InvalidParameter.ErrorNameIllegal";
  private static final int LEAST = 5;
  private static final int MOST = 50;

  private RegistryName() {}

  static String check(Fields in) {
    Optional<String> given =
        in.has(FIELD)
            ? in.text(FIELD)
            : in.missing(FIELD, "give the registry a name of 5 to 50 characters");
    given.ifPresent(name -> check(in, name));
    return given.orElse("");
  }

  private static void check(Fields in, String name) {
    int length = name.codePointCount(0, name.length());
    int illegal = firstIllegal(name);
    if (illegal >= 0) {
      int place = name.codePointCount(0, illegal) + 1;
      String shown = Echo.of(Character.toString(name.codePointAt(illegal)));
      refuse(
          in,
          "characters",
          "RegistryName may use a-z, 0-9 and '-'; character "
              + place
              + " is "
              + shown
              + hint(name)
              + ".");
    } else if (length < LEAST || length > MOST) {
      refuse(
          in,
          "length",
          "RegistryName has " + length + " characters; it needs " + LEAST + " to " + MOST + ".");
    } else if (name.startsWith("-") || name.endsWith("-")) {
      refuse(
          in,
          "characters",
          "RegistryName must begin and end with a letter or a digit" + hint(name) + ".");
    }
  }

  private static void refuse(Fields in, String rule, String sentence) {
    in.refuse(FIELD, rule, ILLEGAL, sentence);
  }

  private static int firstIllegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isLegal(name.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLegal(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** The nearest legal name, offered and never used by itself. */
  private static String hint(String name) {
    StringBuilder legal = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      legal.append(isLegal(c) ? c : '-');
    }
    String trimmed = legal.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    boolean usable = trimmed.length() >= LEAST && trimmed.length() <= MOST;
    return usable ? "; try " + trimmed : "";
  }
}
