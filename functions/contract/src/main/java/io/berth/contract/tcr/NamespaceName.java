// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import java.util.Map;
import java.util.Optional;

/**
 * The rule for a namespace's name: 2 to 30 of a-z, 0-9 and the separators '.', '_' and '-', no
 * separator at either end and no two in a row (TCR CreateNamespace, NamespaceName). Which code a
 * name that breaks it gets is inferred.
 */
final class NamespaceName {
  private static final String FIELD = "NamespaceName";
  private static final String ILLEGAL = "InvalidParameter.ErrorTcrInvalidParameter";
  private static final int LEAST = 2;
  private static final int MOST = 30;

  private NamespaceName() {}

  static String check(Fields in) {
    Optional<String> given =
        in.has(FIELD) ? in.text(FIELD) : in.missing(FIELD, RequestRule.NAMESPACE_NAME_NEEDED);
    given.ifPresent(name -> check(in, name));
    return given.orElse("");
  }

  private static void check(Fields in, String name) {
    int length = name.codePointCount(0, name.length());
    int illegal = firstIllegal(name);
    if (illegal >= 0) {
      String place = "" + (name.codePointCount(0, illegal) + 1);
      String shown = Echo.of(Character.toString(name.codePointAt(illegal)));
      Map<String, String> found = Map.of("place", place, "given", shown);
      in.refuse(FIELD, RequestRule.NAMESPACE_NAME_CHARACTERS, ILLEGAL, found);
    } else if (length < LEAST || length > MOST) {
      Map<String, String> bounds =
          Map.of("length", "" + length, "least", "" + LEAST, "most", "" + MOST);
      in.refuse(FIELD, RequestRule.LENGTH, ILLEGAL, bounds);
    } else if (hasStraySeparator(name)) {
      in.refuse(FIELD, RequestRule.NAMESPACE_NAME_SEPARATORS, ILLEGAL);
    }
  }

  private static int firstIllegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isAlphanumeric(c) && !isSeparator(c)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasStraySeparator(String name) {
    boolean after = true;
    for (int i = 0; i < name.length(); i++) {
      boolean separator = isSeparator(name.charAt(i));
      if (separator && after) {
        return true;
      }
      after = separator;
    }
    return after;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '_' || c == '-';
  }
}
