// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.contract.Regions;
import io.berth.contract.tcr.RegistryType;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code teams}, {@code approvers} and {@code policy}, which only make sense together. */
final class PolicyReader {
  private static final List<String> NUMBERS = List.of("limit_above", "hours_above");

  private final Section top;
  private final Map<String, List<String>> teams = new LinkedHashMap<>();
  private final Map<String, List<String>> approvers = new LinkedHashMap<>();

  /** The words that each fact of a condition may have. */
  private final Map<String, List<String>> words = new LinkedHashMap<>();

  PolicyReader(Section top) {
    this.top = top;
    Section teamSection = top.section("teams");
    for (String team : teamSection.keys()) {
      checkName(teamSection, team);
      Section members = teamSection.section(team).only(List.of("members"));
      teams.put(team, people(members, "members", "has no members; list user ids like [U0ALICE]."));
    }
    Section groups = top.section("approvers");
    for (String group : groups.keys()) {
      checkName(groups, group);
      approvers.put(
          group, people(groups, group, "has no approver: every request would wait for ever."));
    }
    words.put("kind", List.of("registry", "code"));
    words.put("type", RegistryType.WIRE_NAMES);
    words.put("charge", List.of("postpaid", "prepaid"));
    words.put("permanent", List.of("true", "false"));
    words.put("region", Regions.KNOWN);
    words.put("team", List.copyOf(teams.keySet()));
  }

  private static void checkName(Section in, String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,40}")) {
      in.refuse(name, "is no name for a group; use 1 to 40 letters, digits, '_' and '-'.");
    }
  }

  List<String> teamNames() {
    return List.copyOf(teams.keySet());
  }

  /** The policy, in which each webhook caller is a member of its team. */
  Policy read(List<WebhookCaller> callers) {
    requireSome("teams", teams.isEmpty(), "is missing; without a team nobody may ask.");
    requireSome(
        "approvers",
        approvers.isEmpty(),
        "is missing; without approvers every request would wait for ever.");
    List<Rule> rules = new ArrayList<>();
    for (Section rule : top.sections("policy")) {
      rules.add(rule(rule, rules.size() + 1));
    }
    requireSome("policy", rules.isEmpty(), "is missing; without a rule every request is denied.");
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

  private static List<String> people(Section in, String key, String none) {
    List<String> ids = in.texts(key);
    if (ids.isEmpty()) {
      in.refuse(key, none);
    }
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!id.matches("[UW][A-Z0-9]{2,20}")) {
        in.refuse(
            key,
            "lists "
                + Echo.of(id)
                + ", which is not a user id like U0BOB; names can change and be copied.");
      } else if (!seen.add(id)) {
        in.refuse(key, "lists " + id + " twice; list everybody once.");
      }
    }
    return ids;
  }

  private Rule rule(Section in, int number) {
    in.only(List.of("when", "approvals", "from", "allow", "deny"));
    Condition when = condition(in.section("when"));
    long effects = List.of("approvals", "allow", "deny").stream().filter(in::has).count();
    if (effects != 1) {
      in.refuse("", "needs exactly one of approvals: N, allow: true and deny: \"reason\".");
      return Rule.atOnce(number, when);
    } else if (in.has("deny")) {
      return Rule.denied(number, when, in.text("deny"));
    } else if (in.has("allow")) {
      if (!in.text("allow").equals("true")) {
        in.refuse("allow", "can only be true; to forbid, use deny: \"reason\".");
      }
      return Rule.atOnce(number, when);
    }
    List<String> from = groups(in);
    Set<String> people = new LinkedHashSet<>();
    from.forEach(group -> people.addAll(approvers.getOrDefault(group, List.of())));
    return Rule.approvals(number, when, approvals(in, people.size()), from);
  }

  private static int approvals(Section in, int people) {
    int given = (int) in.whole("approvals", 1, 0, 99);
    if (people > 0 && (given < 1 || given > people)) {
      String there = people == 1 ? "there is 1 approver" : "there are " + people + " approvers";
      in.refuse(
          "approvals",
          "must be 1.." + people + " (" + there + "); to ask nobody, write allow: true.");
    }
    return given;
  }

  private List<String> groups(Section in) {
    List<String> from = in.texts("from");
    if (from.isEmpty()) {
      in.refuse("from", "is missing; name a group of approvers.");
    }
    for (String group : from) {
      if (!approvers.containsKey(group)) {
        in.refuse(
            "from", Echo.of(group) + " is not among approvers" + hint(group, approvers.keySet()));
      }
    }
    return from;
  }

  private static String hint(String given, Iterable<String> known) {
    List<String> all = new ArrayList<>();
    known.forEach(all::add);
    String hint = Suggestion.didYouMean(given, all);
    return hint.isEmpty() ? "; there is " + String.join(", ", all) + "." : hint;
  }

  private Condition condition(Section in) {
    List<String> keys = new ArrayList<>(words.keySet());
    keys.addAll(NUMBERS);
    in.only(keys);
    Map<String, Set<String>> equal = new LinkedHashMap<>();
    for (String fact : words.keySet()) {
      List<String> given = in.texts(fact);
      for (String word : given) {
        if (!words.get(fact).contains(word)) {
          in.refuse(fact, Echo.of(word) + " is not known" + hint(word, words.get(fact)));
        }
      }
      Optional.of(given).filter(g -> !g.isEmpty()).ifPresent(g -> equal.put(fact, Set.copyOf(g)));
    }
    Map<String, Long> above = new LinkedHashMap<>();
    for (String number : NUMBERS) {
      if (in.has(number)) {
        above.put(number.replace("_above", ""), in.whole(number, 0, 0, 1_000_000));
      }
    }
    return new Condition(equal, above);
  }

  private void warnOfUnreachable(List<Rule> rules) {
    for (int later = 1; later < rules.size(); later++) {
      Rule rule = rules.get(later);
      rules.subList(0, later).stream()
          .filter(earlier -> earlier.when().covers(rule.when()))
          .findFirst()
          .ifPresent(
              earlier ->
                  top.warn(
                      "policy",
                      "rule "
                          + rule.number()
                          + " can never match: rule "
                          + earlier.number()
                          + " matches all that it would."));
    }
  }
}
