// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.approval.Clause;
import io.berth.bot.approval.Terms;
import io.berth.contract.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The snapshot of an approval rule as text. */
public final class TermsJson {
  private TermsJson() {}

  /** One clause as an object; several as {@code {"all":[…]}}. */
  static String write(Terms terms) {
    List<Map<String, Object>> clauses = terms.clauses().stream().map(TermsJson::json).toList();
    return Json.write(clauses.size() == 1 ? clauses.get(0) : Map.of("all", clauses));
  }

  private static Map<String, Object> json(Clause clause) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("needed", (long) clause.needed());
    json.put("approvers", clause.approvers());
    json.put("rule", clause.rule());
    return json;
  }

  static Terms read(String text) {
    Map<String, Object> json = Json.readObject(text.getBytes(UTF_8), Json.Limits.WIDE);
    List<?> clauses = json.get("all") instanceof List<?> all ? all : List.of(json);
    return new Terms(clauses.stream().map(clause -> clause((Map<?, ?>) clause)).toList());
  }

  private static Clause clause(Map<?, ?> json) {
    List<?> approvers = (List<?>) there(json, "approvers");
    return new Clause(
        Math.toIntExact((Long) there(json, "needed")),
        approvers.stream().map(String.class::cast).toList(),
        (String) there(json, "rule"));
  }

  private static Object there(Map<?, ?> json, String name) {
    return Objects.requireNonNull(json.get(name), name);
  }
}
