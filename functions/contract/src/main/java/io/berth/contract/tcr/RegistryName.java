// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
        in.has(FIELD) ? in.text(FIELD) : in.missing(FIELD, RequestRule.REGISTRY_NAME_NEEDED);
    given.ifPresent(name -> check(in, name));
    return given.orElse("");
  }

  private static void check(Fields in, String name) {
    int length = name.codePointCount(0, name.length());
    int illegal = firstIllegal(name);
    Map<String, String> arguments = new HashMap<>();
    legal(name).ifPresent(legal -> arguments.put("legal", legal));
    if (illegal >= 0) {
      arguments.put("place", "" + (name.codePointCount(0, illegal) + 1));
      arguments.put("given", Echo.of(Character.toString(name.codePointAt(illegal))));
      in.refuse(FIELD, RequestRule.REGISTRY_NAME_CHARACTERS, ILLEGAL, arguments);
    } else if (length < LEAST || length > MOST) {
      Map<String, String> bounds =
          Map.of("length", "" + length, "least", "" + LEAST, "most", "" + MOST);
      in.refuse(FIELD, RequestRule.LENGTH, ILLEGAL, bounds);
    } else if (name.startsWith("-") || name.endsWith("-")) {
      in.refuse(FIELD, RequestRule.REGISTRY_NAME_ENDS, ILLEGAL, arguments);
    }
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
  private static Optional<String> legal(String name) {
    StringBuilder legal = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      legal.append(isLegal(c) ? c : '-');
    }
    String trimmed = legal.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    boolean usable = trimmed.length() >= LEAST && trimmed.length() <= MOST;
    return usable ? Optional.of(trimmed) : Optional.empty();
  }
}
