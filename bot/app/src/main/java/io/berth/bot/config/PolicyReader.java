// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.kind.Fact;
import io.berth.bot.kind.Kinds;
import io.berth.bot.voice.Lists;
import io.berth.contract.Regions;
import io.berth.yaml.Alternatives;
import io.berth.yaml.Bounds;
import io.berth.yaml.YamlMapping;
import io.berth.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code teams}, {@code approvers} and {@code policy}, which only make sense together. */
final class PolicyReader {
  static final List<String> TEAM_KEYS = List.of("members");
  static final List<String> RULE_KEYS = List.of("when", "approvals", "from", "allow", "deny");

  private static final String USER_ID = "a user id like U0BOB; names can change and be copied";
  private static final Bounds APPROVALS = new Bounds(0, 99, "");
  private static final Bounds ABOVE = new Bounds(0, 1_000_000, "");

  private final YamlMapping top;
  private final Map<String, List<String>> teams = new LinkedHashMap<>();
  private final Map<String, List<String>> approvers = new LinkedHashMap<>();

  /** The words that each fact of a condition may have. */
  private final Map<String, List<String>> words = new LinkedHashMap<>();

  PolicyReader(YamlMapping top) {
    this.top = top;
    readTeams(top.section("teams"));
    readApprovers(top.section("approvers"));
    words.put("kind", Kinds.words());
    facts(Fact.Comparison.WORD).forEach(fact -> words.put(fact.name(), fact.words()));
    words.put("region", Regions.KNOWN);
    words.put("team", List.copyOf(teams.keySet()));
  }

  private void readTeams(YamlMapping section) {
    for (String team : section.keys()) {
      checkName(section, team);
      YamlMapping members = section.section(team).allowOnly(TEAM_KEYS);
      teams.put(team, people(members, "members", "has no members; list user ids like [U0ALICE]"));
    }
  }

  private void readApprovers(YamlMapping section) {
    for (String group : section.keys()) {
      checkName(section, group);
      approvers.put(
          group, people(section, group, "has no approver: every request would wait for ever"));
    }
  }

  private static void checkName(YamlMapping in, String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
      in.refuse(name, "is no name for a group; use 1 to 40 letters, digits, '_' and '-'");
    }
  }

  List<String> teamNames() {
    return List.copyOf(teams.keySet());
  }

  /** The policy, in which each webhook caller is a member of its team. */
  Policy read(List<WebhookCaller> callers) {
    requireSome("teams", teams.isEmpty(), "is missing; without a team nobody may ask");
    requireSome(
        "approvers",
        approvers.isEmpty(),
        "is missing; without approvers every request would wait for ever");
    List<Rule> rules = new ArrayList<>();
    for (YamlMapping rule : top.sections("policy")) {
      rules.add(rule(rule, rules.size() + 1));
    }
    requireSome("policy", rules.isEmpty(), "is missing; without a rule every request is denied");
    warnOfUnreachable(rules);
    callers.forEach(
        caller -> teams.merge(caller.team(), List.of(caller.requester()), PolicyReader::joined));
    return new Policy(teams, approvers, rules);
  }

  private void requireSome(String key, boolean none, String rest) {
    if (none) {
      top.refuse(key, rest);
    }
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<String> people(YamlMapping in, String key, String none) {
    List<YamlText> people = in.texts(key);
    if (people.isEmpty()) {
      in.refuse(key, none);
    }
    Placeholders.refuse(in, key);
    Set<String> listed = new HashSet<>();
    for (YamlText person : people) {
      if (!person.value().matches("[UW][A-Z0-9]{2,20}")) {
        in.refuse(key, "lists %s, which is not %s".formatted(person.shown(), USER_ID));
      } else if (!listed.add(person.value())) {
        in.refuse(key, "lists %s twice; list everybody once".formatted(person.written()));
      }
    }
    return people.stream().map(YamlText::value).toList();
  }

  private Rule rule(YamlMapping in, int number) {
    in.allowOnly(RULE_KEYS);
    Condition when = condition(in.section("when"));
    long effects = Stream.of("approvals", "allow", "deny").filter(in::isGiven).count();
    if (effects != 1) {
      in.refuse("needs exactly one of approvals: N, allow: true and deny: \"reason\"");
      return Rule.atOnce(number, when);
    }
    if (in.isGiven("deny")) {
      return Rule.denied(number, when, in.requiredText("deny"));
    }
    return in.isGiven("allow") ? allowed(in, number, when) : approved(in, number, when);
  }

  private static Rule allowed(YamlMapping in, int number, Condition when) {
    if (!in.text("allow", "").equals("true")) {
      in.refuse("allow", "can only be true; to forbid, use deny: \"reason\"");
    }
    return Rule.atOnce(number, when);
  }

  private Rule approved(YamlMapping in, int number, Condition when) {
    List<String> from = groups(in);
    Set<String> people = new LinkedHashSet<>();
    from.forEach(group -> people.addAll(approvers.getOrDefault(group, List.of())));
    return Rule.approvals(number, when, approvals(in, people.size()), from);
  }

  private static int approvals(YamlMapping in, int people) {
    int given = in.wholeNumber("approvals", APPROVALS).orElse(1);
    if (people > 0 && (given < 1 || given > people)) {
      String there =
          people == 1 ? "there is 1 approver" : "there are %d approvers".formatted(people);
      in.refuse(
          "approvals",
          "must be 1..%d (%s); to ask nobody, write allow: true".formatted(people, there));
    }
    return given;
  }

  private List<String> groups(YamlMapping in) {
    List<YamlText> from = in.texts("from");
    if (from.isEmpty()) {
      in.refuse("from", "is missing; name a group of approvers");
    }
    for (YamlText group : from) {
      if (!approvers.containsKey(group.value())) {
        String alternatives = Alternatives.of(group.value(), approvers.keySet());
        in.refuse("from", group.shown() + " is not among approvers" + alternatives);
      }
    }
    return from.stream().map(YamlText::value).toList();
  }

  /** What {@code when} may name. */
  static List<String> conditionKeys() {
    Stream<String> limits = names(Fact.Comparison.NUMBER).stream().map(PolicyReader::above);
    return Stream.concat(Kinds.wordFacts().stream(), limits).toList();
  }

  private Condition condition(YamlMapping in) {
    List<String> numbers = names(Fact.Comparison.NUMBER);
    in.allowOnly(conditionKeys());
    Map<String, Set<String>> equal = new LinkedHashMap<>();
    words.forEach((fact, known) -> equal.put(fact, Set.copyOf(in.words(fact, known))));
    equal.values().removeIf(Set::isEmpty);
    Map<String, Long> above = new LinkedHashMap<>();
    for (String fact : numbers) {
      in.wholeNumber(above(fact), ABOVE).ifPresent(least -> above.put(fact, (long) least));
    }
    warnOfForeignFacts(in, equal, above.keySet());
    return new Condition(equal, above);
  }

  private static Stream<Fact> facts(Fact.Comparison comparison) {
    return Kinds.facts().stream().filter(fact -> fact.comparison() == comparison);
  }

  private static List<String> names(Fact.Comparison comparison) {
    return facts(comparison).map(Fact::name).toList();
  }

  private static String above(String fact) {
    return fact + "_above";
  }

  /** A fact that no kind of the condition has holds for none of them. */
  private static void warnOfForeignFacts(
      YamlMapping in, Map<String, Set<String>> equal, Set<String> above) {
    Set<String> own = new HashSet<>(List.of("kind", "region", "team"));
    Set<String> kinds = equal.getOrDefault("kind", Set.copyOf(Kinds.words()));
    for (String word : kinds) {
      Kinds.of(word).orElseThrow().facts().forEach(fact -> own.add(fact.name()));
    }
    Stream.concat(equal.keySet().stream(), above.stream())
        .filter(fact -> !own.contains(fact))
        .forEach(
            fact ->
                in.warn(
                    "",
                    "can never hold: nothing of kind %s has the fact %s"
                        .formatted(Lists.or(kinds.stream().sorted().toList()), fact)));
  }

  private void warnOfUnreachable(List<Rule> rules) {
    for (int later = 1; later < rules.size(); later++) {
      Rule rule = rules.get(later);
      rules.subList(0, later).stream()
          .filter(earlier -> earlier.when().covers(rule.when()))
          .findFirst()
          .ifPresent(earlier -> warnOfUnreachable(rule, earlier));
    }
  }

  private void warnOfUnreachable(Rule rule, Rule earlier) {
    top.warn(
        "policy",
        "rule %d can never match: rule %d matches all that it would"
            .formatted(rule.number(), earlier.number()));
  }
}
