// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one parameter that a query may have, read strictly. */
final class QueryParameter {
  private static final Pattern PAIR = Pattern.compile("([A-Za-z]{1,30})=([0-9]{1,9})");

  private QueryParameter() {}

  /**
   * A number from 1 on.
   *
   * @param absent what holds when there is no query
   */
  static int number(String query, String name, int absent, int most) throws BadField {
    if (query.isEmpty()) {
      return absent;
    }
    Matcher pair = PAIR.matcher(query);
    if (!pair.matches() || !pair.group(1).equals(name)) {
      throw new BadField("query", "must be absent or " + name + "=N, and nothing else");
    }
    int value = Integer.parseInt(pair.group(2));
    if (value < 1 || value > most) {
      throw new BadField(name, "must be a whole number from 1 to " + most);
    }
    return value;
  }
}
