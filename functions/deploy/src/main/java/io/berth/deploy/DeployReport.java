// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.text.Json;
import io.berth.deploy.scf.DeployedFunction;
import io.berth.deploy.scf.Deployment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * {@code tcr-create-instance unchanged https://…}, with what was changed behind it; in a dry run
   * with a line below it for each field.
   */
  String line(DeployedFunction function) {
    int width = dryRun ? "would update".length() : "unchanged".length();
    String status = pad(function.status().word(dryRun), width);
    String url = function.url().isEmpty() ? "-" : function.url();
    String head = pad(function.name(), nameWidth) + "  " + status + "  " + url;
    if (function.changes().isEmpty()) {
      return head;
    }
    return dryRun
        ? head + "\n    " + String.join("\n    ", function.changes())
        : head + "  (" + String.join(", ", function.changes()) + ")";
  }

  /** For people: the failure or the summary, and what was wrong or skipped in the smoke calls. */
  List<String> remarks(Deployment deployment, List<SmokeResult> smokes) {
    String first = deployment.failure().map(this::failure).orElseGet(() -> summary(deployment));
    return Stream.concat(Stream.of(first), smokes.stream().flatMap(DeployReport::remark)).toList();
  }

  private static Stream<String> remark(SmokeResult smoke) {
    return switch (smoke.status()) {
      case UP -> Stream.empty();
      case SKIPPED ->
          Stream.of("note: " + smoke.function() + " got no smoke call: " + smoke.sentence());
      case FAILED ->
          Stream.of(smoke.function() + " is deployed, but its smoke call got " + smoke.sentence());
    };
  }

  /** {@code 5 functions: 1 created, 4 unchanged}. */
  private String summary(Deployment deployment) {
    Map<String, Long> counts =
        deployment.functions().stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.status().word(dryRun), LinkedHashMap::new, Collectors.counting()));
    String parts =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    return deployment.functions().size() + " functions: " + parts;
  }

  /** {@code tcr-create-instance: CreateFunction was refused: …} and what was left as it was. */
  private String failure(Deployment.Failure failure) {
    String rest =
        failure.notReached().isEmpty()
            ? ""
            : "\nnot reached: " + String.join(", ", failure.notReached());
    return failure.function() + ": " + failure.sentence() + rest;
  }

  /** One JSON object, the names of its fields in the manner of the cloud's API. */
  String json(Deployment deployment, List<SmokeResult> smoke) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("DryRun", dryRun);
    json.put("Functions", deployment.functions().stream().map(DeployReport::json).toList());
    if (!smoke.isEmpty()) {
      json.put("Smoke", smoke.stream().map(DeployReport::json).toList());
    }
    deployment.failure().ifPresent(failure -> json.put("Failure", json(failure)));
    return Json.write(json);
  }

  private static Map<String, Object> json(DeployedFunction function) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", function.name());
    json.put("Namespace", function.namespace());
    json.put("State", function.status().word(false));
    json.put("Changes", function.changes());
    json.put("Url", function.url());
    return json;
  }

  private static Map<String, Object> json(SmokeResult smoke) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", smoke.function());
    json.put("State", smoke.status().name().toLowerCase(Locale.ROOT));
    json.put("Message", smoke.sentence());
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
