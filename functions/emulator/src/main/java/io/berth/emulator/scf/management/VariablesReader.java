// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads and checks a function's environment variables (SCF, Environment Variables): letters, digits
 * and _ in keys, a letter first, 2 to 64 bytes; 4 kB in all.
 */
final class VariablesReader {
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,63}");
  private static final List<String> RESERVED = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");
  private static final int MOST_BYTES = 4096;

  private VariablesReader() {}

  /** The variables that are given; an empty list changes nothing. */
  static Map<String, String> read(ObjectNode given, Map<String, String> before) throws ApiError {
    JsonNode variables = given.path("Environment").path("Variables");
    if (variables.isEmpty()) {
      return before;
    }
    Map<String, String> all = isClearing(variables) ? Map.of() : variables(variables);
    int bytes = all.entrySet().stream().mapToInt(v -> utf8(v.getKey()) + utf8(v.getValue())).sum();
    if (bytes > MOST_BYTES) {
      throw new ApiError(
          "InvalidParameterValue.EnvironmentExceededLimit",
          "The environment variables have %d bytes; 4096 are allowed in all.".formatted(bytes));
    }
    return all;
  }

  // To clear all, SCF wants one empty pair.
  private static boolean isClearing(JsonNode variables) {
    return variables.size() == 1
        && key(variables.get(0)).isEmpty()
        && value(variables.get(0)).isEmpty();
  }

  private static Map<String, String> variables(JsonNode list) throws ApiError {
    Map<String, String> all = new LinkedHashMap<>();
    for (JsonNode variable : list) {
      String key = key(variable);
      checkKey(key);
      String value = value(variable);
      if (value.indexOf('\0') >= 0 || all.put(key, value) != null) {
        throw invalid("The variable %s is there twice or has a NUL in its value.".formatted(key));
      }
    }
    return all;
  }

  private static String key(JsonNode variable) {
    return variable.path("Key").asText("");
  }

  private static String value(JsonNode variable) {
    return variable.path("Value").asText("");
  }

  private static void checkKey(String key) throws ApiError {
    String upper = key.toUpperCase(Locale.ROOT);
    if (RESERVED.stream().anyMatch(upper::startsWith)) {
      throw new ApiError(
          "InvalidParameterValue.EnvironmentSystemProtect",
          "The variable %s is reserved: SCF_, QCLOUD_ and TENCENTCLOUD_ are the system's."
              .formatted(key));
    }
    if (!KEY.matcher(key).matches()) {
      throw invalid(
          "A variable's key must have 2 to 64 letters, digits or _ and begin with a letter.");
    }
  }

  private static ApiError invalid(String why) {
    return new ApiError("InvalidParameterValue.Environment", why);
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
