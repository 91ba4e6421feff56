// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.faults.CallFilter;
import io.berth.emulator.faults.FaultEffect;
import io.berth.emulator.faults.FaultPoint;
import io.berth.emulator.faults.FaultRule;
import io.berth.emulator.faults.FaultRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads fault rules: a list of {@code {"action", …, "effect", …}}, or {@code {"seed", "rules"}}
 * with such a list.
 */
record FaultRulesReader(List<FaultRule> rules, long seed) {
  private static final int MOST = 100;
  private static final long LONGEST_SECONDS = 31_536_000;
  private static final Set<String> DETAILS =
      Set.of("code", "message", "status", "millis", "sigma", "seconds", "answer");
  private static final Set<String> FIELDS =
      Stream.concat(
              DETAILS.stream(),
              Stream.of(
                  "action",
                  "region",
                  "secretId",
                  "name",
                  "nth",
                  "count",
                  "probability",
                  "lifetimeSeconds",
                  "effect",
                  "at"))
          .collect(Collectors.toUnmodifiableSet());

  /** The lists that can lag; only for them it means something. */
  private static final Set<String> LISTS =
      Set.of(
          "DescribeInstances",
          "DescribeInstanceStatus",
          "DescribeRegisterCodes",
          "DescribeRegisterInstances");

  /** All rules, or the first field that breaks one. */
  static FaultRulesReader parse(JsonNode body) throws BadField {
    if (body.isArray()) {
      return new FaultRulesReader(rules(body, ""), FaultRules.DEFAULT_SEED);
    }
    if (!body.isObject() || !body.has("rules")) {
      throw new BadField("body", "must be a JSON list of rules, or an object with seed and rules");
    }
    AdminFields fields = AdminFields.of(body, "", Set.of("seed", "rules"));
    long seed = fields.number("seed", FaultRules.DEFAULT_SEED, Long.MIN_VALUE, Long.MAX_VALUE);
    return new FaultRulesReader(rules(body.get("rules"), "rules."), seed);
  }

  private static List<FaultRule> rules(JsonNode list, String path) throws BadField {
    if (!list.isArray() || list.size() > MOST) {
      throw new BadField(
          path.isEmpty() ? "body" : "rules", "must be a JSON list of at most " + MOST + " rules");
    }
    List<FaultRule> rules = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rules.add(rule(list.get(i), path + i + "."));
    }
    return rules;
  }

  private static FaultRule rule(JsonNode value, String path) throws BadField {
    AdminFields fields = AdminFields.of(value, path, FIELDS);
    FaultEffect effect = effect(fields, path);
    refuseForeignDetails(fields, effect, path);
    CallFilter filter = filter(fields, effect, path);
    boolean ends = !fields.has("probability") && !fields.has("lifetimeSeconds");
    return new FaultRule(
        filter,
        fields.number("nth", 1, 1, Integer.MAX_VALUE),
        fields.number("count", ends ? 1 : FaultRule.NO_END, 1, Integer.MAX_VALUE),
        fields.decimal("probability", 1, 0, 1),
        lifetime(fields),
        effect,
        point(fields, effect, path),
        detail(fields, effect, path));
  }

  private static FaultEffect effect(AdminFields fields, String path) throws BadField {
    List<FaultEffect> all = List.of(FaultEffect.values());
    return named(all, FaultEffect::wireName, fields.text("effect").orElse(""))
        .orElseThrow(() -> oneOf(path + "effect", all, FaultEffect::wireName));
  }

  private static CallFilter filter(AdminFields fields, FaultEffect effect, String path)
      throws BadField {
    Optional<String> action = fields.text("action");
    if (effect == FaultEffect.LAG && !action.map(LISTS::contains).orElse(false)) {
      throw oneOf(path + "action", LISTS.stream().sorted().toList(), name -> name);
    }
    return new CallFilter(
        action, fields.text("region"), fields.text("secretId"), fields.text("name"));
  }

  private static Optional<Long> lifetime(AdminFields fields) throws BadField {
    return fields.has("lifetimeSeconds")
        ? Optional.of(fields.number("lifetimeSeconds", 1, 1, LONGEST_SECONDS))
        : Optional.empty();
  }

  private static FaultPoint point(AdminFields fields, FaultEffect effect, String path)
      throws BadField {
    Optional<String> given = fields.text("at");
    if (given.isEmpty()) {
      return effect.points().get(0);
    }
    return named(effect.points(), FaultPoint::wireName, given.get())
        .orElseThrow(() -> oneOf(path + "at", effect.points(), FaultPoint::wireName));
  }

  private static void refuseForeignDetails(AdminFields fields, FaultEffect effect, String path)
      throws BadField {
    for (String detail : DETAILS.stream().sorted().toList()) {
      if (fields.has(detail) && !effect.takes(detail)) {
        throw new BadField(
            path + detail, "belongs to %s, and to no other effect".formatted(owners(detail)));
      }
      if (!fields.has(detail) && effect.needs().contains(detail)) {
        throw new BadField(path + detail, "is needed by the effect " + effect.wireName());
      }
    }
  }

  private static String owners(String detail) {
    return Arrays.stream(FaultEffect.values())
        .filter(effect -> effect.takes(detail))
        .map(FaultEffect::wireName)
        .collect(Collectors.joining(", "));
  }

  private static FaultRule.Detail detail(AdminFields fields, FaultEffect effect, String path)
      throws BadField {
    long unsaid = effect == FaultEffect.HANG ? FaultRule.LONGEST_MILLIS : 0;
    String answer = fields.text("answer").orElse("first");
    if (!answer.equals("first") && !answer.equals("last")) {
      throw oneOf(path + "answer", List.of("first", "last"), word -> word);
    }
    return new FaultRule.Detail(
        fields.text("code").orElse(""),
        fields.text("message").orElse("Set by a fault rule of the emulator."),
        (int) fields.number("status", 0, 300, 599),
        fields.number("millis", unsaid, 0, FaultRule.LONGEST_MILLIS),
        fields.decimal("sigma", 0, 0, 3),
        fields.number("seconds", 0, 1, LONGEST_SECONDS),
        answer.equals("last"));
  }

  private static <T> Optional<T> named(List<T> all, Function<T, String> name, String wanted) {
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst();
  }

  private static <T> BadField oneOf(String field, List<T> all, Function<T, String> name) {
    return new BadField(
        field, "must be one of " + all.stream().map(name).collect(Collectors.joining(", ")));
  }
}
