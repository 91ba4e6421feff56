// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.Callers;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import io.berth.yaml.Mistakes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a function will read at its start, so that a typing error shows before it is deployed.
 * No value is ever echoed but the names of callers.
 */
final class ResolvedRules {
  private ResolvedRules() {}

  /** Notes what is wrong with {@code values}, the variables of {@code function} by their keys. */
  static void check(FunctionSpec function, Map<String, Secret> values, Mistakes wrong) {
    for (Variable variable : function.variables()) {
      // A value with a hole in it was named already.
      if (wrong.isEmpty() && values.containsKey(variable.key())) {
        try {
          check(function, variable.key(), values);
        } catch (IllegalArgumentException e) {
          String sentence = e.getMessage().replaceAll("\\.$", "");
          wrong.add(variable.line(), sentence + "; correct it where it is exported");
        }
      }
    }
  }

  private static void check(FunctionSpec function, String key, Map<String, Secret> values) {
    String value = Objects.requireNonNull(values.get(key)).reveal();
    switch (key) {
      case "BERTH_CALLERS" -> callers(function, value);
      case "BERTH_REQUIRE_APPROVAL" -> approval(value, values.get("BERTH_CALLERS"));
      case "BERTH_APPROVAL_KEYS" -> ApprovalKeys.parse(value);
      default -> {}
    }
  }

  private static void callers(FunctionSpec function, String value) {
    FunctionName name = FunctionName.of(function.handler()).orElseThrow();
    if (Callers.parse(value).all().stream().noneMatch(caller -> caller.mayCall(name))) {
      throw new IllegalArgumentException(
          "no caller in BERTH_CALLERS may call %s, so add that name, or *, behind a caller's secret"
              .formatted(name.wireName()));
    }
  }

  /** A misspelt name would leave the one who was meant without the duty to bring an approval. */
  private static void approval(String value, @Nullable Secret callers) {
    if (value.equals("true") || value.equals("false") || callers == null) {
      return;
    }
    List<String> known =
        Callers.parse(callers.reveal()).all().stream().map(Callers.Caller::name).toList();
    Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(ResolvedRules::refuseName);
  }

  private static void refuseName(String name) {
    throw new IllegalArgumentException(
        "BERTH_REQUIRE_APPROVAL must be true, false or names out of BERTH_CALLERS, and %s is none of them"
            .formatted(Echo.of(name)));
  }
}
