// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code Environment} of a function (SCF, environment variables: names, reserved prefixes, 4
 * KB).
 */
final class EnvironmentReader {
  static final int MAX_BYTES = 4096;
  private static final List<String> OURS =
      List.of(
          "BERTH_CALLERS",
          "BERTH_REQUIRE_APPROVAL",
          "BERTH_APPROVAL_KEYS",
          "BERTH_CLOUD_ENDPOINT",
          "BERTH_TRUST_STORE",
          "BERTH_TLS_GROUPS",
          "BERTH_START_TIMES");
  private static final List<String> RESERVED = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");

  private final Mistakes mistakes;

  EnvironmentReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** The variables of a function, in the order of the file. */
  List<Variable> read(YamlMap properties, Optional<FunctionName> handler) {
    properties.require("Environment", "the function needs at least BERTH_CALLERS under Variables");
    Optional<YamlMap> environment = properties.map("Environment", "Environment");
    environment.ifPresent(
        e -> {
          e.allowOnly(List.of("Variables"), Map.of());
          e.require("Variables", "write Variables: with the variables below it");
        });
    Optional<YamlMap> variables =
        environment
            .filter(e -> !e.isEmptyAt("Variables"))
            .flatMap(e -> e.map("Variables", "Variables"));
    List<Variable> read = new ArrayList<>();
    variables.ifPresent(map -> map.keys().forEach(key -> variable(map, key).ifPresent(read::add)));
    environment
        .filter(e -> e.has("Variables"))
        .ifPresent(
            e -> {
              handler.ifPresent(function -> checkNeeded(e, variables, function, read));
              checkSize(e, read);
            });
    return read;
  }

  private Optional<Variable> variable(YamlMap variables, String key) {
    checkKey(variables, key);
    Optional<String> value = variables.text(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    VariableText text =
        VariableText.parse(value.get(), sentence -> variables.mistake(key, key + ": " + sentence));
    if (text.written().contains("whsec_")) {
      variables.mistake(
          key, key + ": a secret stands in the file; export it and write ${" + key + "} here");
    }
    return Optional.of(new Variable(key, text, variables.line(key)));
  }

  private static void checkKey(YamlMap variables, String key) {
    if (!key.matches("[A-Za-z][A-Za-z0-9_]{1,63}")) {
      variables.mistake(
          key,
          "variable "
              + Echo.of(key)
              + " must have 2 to 64 letters, digits and '_' and begin with a letter");
    }
    for (String prefix : RESERVED) {
      if (key.startsWith(prefix)) {
        variables.mistake(
            key,
            "variable "
                + Echo.of(key)
                + " begins with "
                + prefix
                + ", which SCF reserves; rename it");
      }
    }
    if (key.startsWith("BERTH_") && !OURS.contains(key)) {
      variables.mistake(key, "no function reads " + Echo.of(key) + Words.wayOut(key, OURS));
    }
  }

  private static void checkNeeded(
      YamlMap environment,
      Optional<YamlMap> variables,
      FunctionName function,
      List<Variable> read) {
    if (!has(variables, "BERTH_CALLERS")) {
      String name = function.name();
      environment.mistake(
          "Variables",
          "BERTH_CALLERS is missing, so nobody could call the function; write BERTH_CALLERS:"
              + " ${BERTH_CALLERS_"
              + name
              + "}");
    }
    boolean needsNone =
        find(read, "BERTH_REQUIRE_APPROVAL")
            .filter(v -> !v.text().hasReference() && v.text().written().equals("false"))
            .isPresent();
    if (function.creates() && !needsNone && !has(variables, "BERTH_APPROVAL_KEYS")) {
      environment.mistake(
          "Variables",
          "BERTH_APPROVAL_KEYS is missing, so no approval could be checked; write"
              + " BERTH_APPROVAL_KEYS: ${BERTH_APPROVAL_KEYS}, or BERTH_REQUIRE_APPROVAL: \"false\"");
    }
  }

  private static void checkSize(YamlMap environment, List<Variable> read) {
    int bytes = read.stream().mapToInt(v -> size(v.key(), v.text().written())).sum();
    if (bytes > MAX_BYTES) {
      environment.mistake("Variables", tooLarge(bytes));
    }
  }

  static String tooLarge(int bytes) {
    return "the variables take "
        + bytes
        + " bytes of SCF's "
        + MAX_BYTES
        + " for names and values together; shorten them";
  }

  static int size(String key, String value) {
    return key.length() + value.getBytes(UTF_8).length;
  }

  private static boolean has(Optional<YamlMap> variables, String key) {
    return variables.filter(map -> map.has(key)).isPresent();
  }

  private static Optional<Variable> find(List<Variable> variables, String key) {
    return variables.stream().filter(v -> v.key().equals(key)).findFirst();
  }
}
