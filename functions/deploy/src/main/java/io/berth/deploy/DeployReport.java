// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.Json;
import io.berth.deploy.scf.DeployedFunction;
import io.berth.deploy.scf.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a deploy did, for people and for scripts. */
final class DeployReport {
  private final boolean dryRun;
  private final int nameWidth;

  /**
   * @param names of all functions, for the width of the first column
   */
  DeployReport(boolean dryRun, List<String> names) {
    this.dryRun = dryRun;
    this.nameWidth = names.stream().mapToInt(String::length).max().orElse(0);
  }

  /** {@code tcr-create-instance unchanged https://…}, with what was changed behind it. */
  String line(DeployedFunction function) {
    int width = dryRun ? "would update".length() : "unchanged".length();
    String state = pad(function.state().word(dryRun), width);
    String url = function.url().isEmpty() ? "-" : function.url();
    String changes =
        function.changes().isEmpty() ? "" : "  (" + String.join(", ", function.changes()) + ")";
    return pad(function.name(), nameWidth) + "  " + state + "  " + url + changes;
  }

  /** {@code 5 functions: 1 created, 4 unchanged}. */
  String summary(Deployment deployment) {
    Map<String, Long> counts =
        deployment.functions().stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.state().word(dryRun), LinkedHashMap::new, Collectors.counting()));
    String parts =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    return deployment.functions().size() + " functions: " + parts;
  }

  /** {@code tcr-create-instance: CreateFunction was refused: …} and what was left as it was. */
  String failure(Deployment.Failure failure) {
    String rest =
        failure.notReached().isEmpty()
            ? ""
            : "\nnot reached: " + String.join(", ", failure.notReached());
    return failure.function() + ": " + failure.sentence() + rest;
  }

  /** One JSON object, the names of its fields in the manner of the cloud's API. */
  String json(Deployment deployment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("DryRun", dryRun);
    json.put("Functions", deployment.functions().stream().map(DeployReport::json).toList());
    deployment.failure().ifPresent(failure -> json.put("Failure", json(failure)));
    return Json.write(json);
  }

  private static Map<String, Object> json(DeployedFunction function) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", function.name());
    json.put("Namespace", function.namespace());
    json.put("State", function.state().word(false));
    json.put("Changes", function.changes());
    json.put("Url", function.url());
    return json;
  }

  private static Map<String, Object> json(Deployment.Failure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Function", failure.function());
    json.put("Message", failure.sentence());
    json.put("NotReached", failure.notReached());
    return json;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
