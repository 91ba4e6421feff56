// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.approval.Terms;
import io.berth.contract.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The snapshot of an approval rule as text. */
final class TermsJson {
  private TermsJson() {}

  static String write(Terms terms) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("needed", (long) terms.needed());
    json.put("approvers", terms.approvers());
    json.put("rule", terms.rule());
    return Json.write(json);
  }

  static Terms read(String text) {
    Map<String, Object> json = Json.readObject(text.getBytes(UTF_8), Json.Limits.WIDE);
    List<String> approvers =
        ((List<?>) json.get("approvers")).stream().map(String.class::cast).toList();
    return new Terms(
        Math.toIntExact((Long) json.get("needed")), approvers, (String) json.get("rule"));
  }
}
