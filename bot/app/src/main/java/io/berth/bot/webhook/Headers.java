// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Header names compare without case, and a header given twice in two cases is given twice. */
final class Headers {
  private Headers() {}

  static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new HashMap<>();
    headers.forEach(
        (name, values) ->
            lower
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .addAll(values));
    return lower;
  }

  /** {@code application/json}, in UTF-8 if it says a charset, and not compressed. */
  static boolean isPlainJson(Map<String, List<String>> lowerCased) {
    List<String> types = lowerCased.getOrDefault("content-type", List.of());
    if (types.size() != 1 || lowerCased.containsKey("content-encoding")) {
      return false;
    }
    String type = types.get(0).toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
    return type.equals("application/json") || type.equals("application/json;charset=utf-8");
  }
}
