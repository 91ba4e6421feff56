// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.faults.FaultEffect;
import io.berth.emulator.faults.FaultRule;
import io.berth.emulator.faults.FaultRules;

/** Fault rules as they were given, with what became of them. */
final class FaultJson {
  private FaultJson() {}

  static ObjectNode of(FaultRules faults) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("seed", faults.seed());
    ArrayNode list = json.putArray("faults");
    for (FaultRules.RuleCount count : faults.list()) {
      ObjectNode rule = list.addObject();
      which(count.rule(), rule);
      what(count.rule(), rule);
      rule.put("seen", count.seen()).put("struck", count.struck());
    }
    return json;
  }

  private static void which(FaultRule rule, ObjectNode json) {
    rule.match().action().ifPresent(text -> json.put("action", text));
    rule.match().region().ifPresent(text -> json.put("region", text));
    rule.match().secretId().ifPresent(text -> json.put("secretId", text));
    rule.match().name().ifPresent(text -> json.put("name", text));
    json.put("nth", rule.nth());
    if (rule.count() != FaultRule.NO_END) {
      json.put("count", rule.count());
    }
    if (rule.probability() < 1) {
      json.put("probability", rule.probability());
    }
    rule.lifetimeSeconds().ifPresent(seconds -> json.put("lifetimeSeconds", seconds));
  }

  private static void what(FaultRule rule, ObjectNode json) {
    FaultEffect effect = rule.effect();
    json.put("effect", effect.wireName());
    if (effect.points().size() > 1) {
      json.put("at", rule.at().wireName());
    }
    details(rule.detail()).properties().stream()
        .filter(detail -> effect.takes(detail.getKey()))
        .forEach(detail -> json.set(detail.getKey(), detail.getValue()));
  }

  private static ObjectNode details(FaultRule.Detail detail) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("code", detail.code()).put("message", detail.message());
    all.put("status", detail.status()).put("millis", detail.millis());
    if (detail.sigma() > 0) {
      all.put("sigma", detail.sigma());
    }
    all.put("seconds", detail.seconds());
    return all.put("answer", detail.answersLast() ? "last" : "first");
  }
}
