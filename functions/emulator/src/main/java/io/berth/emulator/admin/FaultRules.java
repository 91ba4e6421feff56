// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Faults;
import io.berth.emulator.api.Faults.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Fault rules as JSON: a list of {@code {"action", "nth", "count", "effect", …}}. */
final class FaultRules {
  private static final int MOST = 100;
  private static final long LONGEST_MILLIS = 60_000;
  private static final Set<String> FIELDS =
      Set.of("action", "nth", "count", "effect", "code", "message", "millis");

  private FaultRules() {}

  /** All rules, or the first field that breaks one. */
  static List<Faults.Rule> parse(JsonNode list) throws BadField {
    if (!list.isArray() || list.size() > MOST) {
      throw new BadField("body", "must be a JSON list of at most " + MOST + " rules");
    }
    List<Faults.Rule> rules = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rules.add(rule(list.get(i), i + "."));
    }
    return rules;
  }

  private static Faults.Rule rule(JsonNode value, String path) throws BadField {
    Fields fields = Fields.of(value, path, FIELDS);
    Effect effect = effect(fields.text("effect").orElse(""), path);
    boolean error = effect == Effect.ERROR;
    boolean waits = effect == Effect.LATENCY || effect == Effect.LATE_ANSWER;
    require(
        fields.has("code") == error, path + "code", "belongs to the effect error, and to no other");
    require(error || !fields.has("message"), path + "message", "belongs to the effect error");
    require(
        fields.has("millis") == waits,
        path + "millis",
        "belongs to the effects latency and late-answer, and to no other");
    return new Faults.Rule(
        fields.text("action"),
        fields.number("nth", 1, 1, Integer.MAX_VALUE),
        fields.number("count", 1, 1, Integer.MAX_VALUE),
        effect,
        fields.text("code").orElse(""),
        fields.text("message").orElse("Set by a fault rule of the emulator."),
        fields.number("millis", 0, 0, LONGEST_MILLIS));
  }

  private static void require(boolean holds, String field, String rule) throws BadField {
    if (!holds) {
      throw new BadField(field, rule);
    }
  }

  private static Effect effect(String name, String path) throws BadField {
    return Arrays.stream(Effect.values())
        .filter(effect -> effect.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadField(
                    path + "effect",
                    "must be one of "
                        + Arrays.stream(Effect.values())
                            .map(Effect::wireName)
                            .collect(Collectors.joining(", "))));
  }

  static ArrayNode toJson(List<Faults.Count> counts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Faults.Count count : counts) {
      Faults.Rule rule = count.rule();
      ObjectNode json = list.addObject();
      rule.action().ifPresent(action -> json.put("action", action));
      json.put("nth", rule.nth()).put("count", rule.count());
      json.put("effect", rule.effect().wireName());
      if (rule.effect() == Effect.ERROR) {
        json.put("code", rule.code()).put("message", rule.message());
      }
      if (rule.millis() > 0) {
        json.put("millis", rule.millis());
      }
      json.put("seen", count.seen()).put("struck", count.struck());
    }
    return list;
  }
}
