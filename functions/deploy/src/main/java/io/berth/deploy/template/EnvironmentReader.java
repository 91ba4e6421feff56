// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Echo;
import io.berth.yaml.Alternatives;
import io.berth.yaml.YamlMapping;
import java.util.List;
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
  private static final String NAME_RULE =
      "must have 2 to 64 letters, digits and '_' and begin with a letter";
  private static final String RESERVED_PREFIX =
      "variable %s begins with %s, which SCF reserves; rename it";
  private static final List<String> RESERVED = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");

  private EnvironmentReader() {}

  /** The variables of a function, in the order of the file. */
  static List<Variable> read(YamlMapping properties, Optional<FunctionName> handler) {
    properties.require("Environment", "the function needs at least BERTH_CALLERS under Variables");
    return properties
        .mapping("Environment", "Environment")
        .map(environment -> environment(environment, handler))
        .orElse(List.of());
  }

  private static List<Variable> environment(
      YamlMapping environment, Optional<FunctionName> handler) {
    environment.allowOnly(List.of("Variables"));
    environment.require("Variables", "write Variables: with the variables below it");
    YamlMapping variables =
        Optional.of(environment)
            .filter(e -> e.isGiven("Variables"))
            .flatMap(e -> e.mapping("Variables", "Variables"))
            .orElseGet(() -> environment.empty("Variables"));
    List<Variable> read =
        variables.keys().stream().flatMap(key -> variable(variables, key).stream()).toList();
    if (environment.has("Variables")) {
      handler.ifPresent(function -> checkNeeded(environment, variables, function, read));
      checkSize(environment, read);
    }
    return read;
  }

  private static Optional<Variable> variable(YamlMapping variables, String key) {
    checkKey(variables, key);
    return variables.text(key).map(value -> variable(variables, key, value));
  }

  private static Variable variable(YamlMapping variables, String key, String value) {
    String name = variables.name(key);
    VariableText text =
        VariableText.parse(value, fault -> variables.mistake(key, name + ": " + fault));
    if (text.written().contains("whsec_")) {
      variables.mistake(
          key,
          "%1$s: a secret stands in the file; export it and write ${%1$s} here".formatted(name));
    }
    return new Variable(key, text, variables.line(key));
  }

  private static void checkKey(YamlMapping variables, String key) {
    String shown = Echo.of(key);
    if (!key.matches("[A-Za-z][A-Za-z0-9_]{1,63}")) {
      variables.mistake(key, "variable %s %s".formatted(shown, NAME_RULE));
    }
    RESERVED.stream()
        .filter(key::startsWith)
        .forEach(prefix -> variables.mistake(key, RESERVED_PREFIX.formatted(shown, prefix)));
    if (key.startsWith("BERTH_") && !OURS.contains(key)) {
      variables.mistake(key, "no function reads " + shown + Alternatives.of(key, OURS));
    }
  }

  private static void checkNeeded(
      YamlMapping environment, YamlMapping variables, FunctionName function, List<Variable> read) {
    if (!variables.has("BERTH_CALLERS")) {
      environment.mistake(
          "Variables",
          "BERTH_CALLERS is missing, so nobody could call the function; write BERTH_CALLERS: ${BERTH_CALLERS_%s}"
              .formatted(function.name()));
    }
    if (function.creates() && !needsNoApproval(read) && !variables.has("BERTH_APPROVAL_KEYS")) {
      environment.mistake(
          "Variables",
          "BERTH_APPROVAL_KEYS is missing, so no approval could be checked; write BERTH_APPROVAL_KEYS: ${BERTH_APPROVAL_KEYS}, or BERTH_REQUIRE_APPROVAL: \"false\"");
    }
  }

  private static boolean needsNoApproval(List<Variable> read) {
    return read.stream()
        .filter(variable -> variable.key().equals("BERTH_REQUIRE_APPROVAL"))
        .map(Variable::text)
        .anyMatch(text -> !text.hasReference() && text.written().equals("false"));
  }

  private static void checkSize(YamlMapping environment, List<Variable> read) {
    int bytes = read.stream().mapToInt(v -> size(v.key(), v.text().written())).sum();
    if (bytes > MAX_BYTES) {
      environment.mistake("Variables", tooLarge(bytes));
    }
  }

  static String tooLarge(int bytes) {
    return "the variables take %d bytes of SCF's %d for names and values together; shorten them"
        .formatted(bytes, MAX_BYTES);
  }

  static int size(String key, String value) {
    return key.length() + value.getBytes(UTF_8).length;
  }
}
