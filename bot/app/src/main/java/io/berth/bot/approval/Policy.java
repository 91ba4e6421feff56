// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.command.Ask;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The company's rules: members of a team may ask, the first rule that matches says who has to
 * approve, and what no rule matches is denied. Nobody ever approves their own request.
 */
public final class Policy {
  private final Map<String, List<String>> teams;
  private final Map<String, List<String>> approvers;
  private final List<Rule> rules;

  /**
   * A policy that trusts its parts: the reader of the configuration has checked that the groups
   * exist and are large enough.
   *
   * @param teams the members of each team, by user id
   * @param approvers the members of each approver group, by user id
   */
  public Policy(
      Map<String, List<String>> teams, Map<String, List<String>> approvers, List<Rule> rules) {
    this.teams = new LinkedHashMap<>(teams);
    this.approvers = new LinkedHashMap<>(approvers);
    this.rules = List.copyOf(rules);
  }

  /** What happens to {@code ask} when {@code requester} (a user id) makes it. */
  public Decision decide(Ask ask, String requester) {
    Optional<String> refusal = mayNotAsk(ask, requester);
    if (refusal.isPresent()) {
      return new Decision.Denied(refusal.get());
    }
    Facts facts = Facts.of(ask, teamFor(ask, requester));
    return rules.stream()
        .filter(rule -> rule.when().holds(facts))
        .findFirst()
        .map(rule -> apply(rule, facts, requester))
        .orElseGet(() -> new Decision.Denied(noRule(facts)));
  }

  private static String noRule(Facts facts) {
    return "Denied: no rule of the policy allows a "
        + facts.sentencePart()
        + "; ask whoever keeps berth.yaml to add one.";
  }

  private Optional<String> mayNotAsk(Ask ask, String requester) {
    List<String> mine = teamsOf(requester);
    String given = ask.team().orElse("");
    if (!given.isEmpty() && !teams.containsKey(given)) {
      return Optional.of(
          "There is no team " + Echo.of(given) + orElse(Suggestion.didYouMean(given, mine), "."));
    }
    if (mine.isEmpty()) {
      return Optional.of(
          "You are not allowed to ask for anything yet, because you are in no team; ask "
              + People.anyOf(everyApprover())
              + " to add you to one.");
    }
    if (given.isEmpty() && mine.size() > 1) {
      return Optional.of(
          "You are in the teams "
              + String.join(", ", mine)
              + "; say which one it is for with --team.");
    }
    return given.isEmpty() || mine.contains(given)
        ? Optional.empty()
        : Optional.of(
            "You are not a member of team "
                + given
                + "; you may ask for "
                + String.join(" or ", mine)
                + ".");
  }

  private static String orElse(String hint, String otherwise) {
    return hint.isEmpty() ? otherwise : hint;
  }

  private Decision apply(Rule rule, Facts facts, String requester) {
    if (rule.denied().isPresent()) {
      return new Decision.Denied("Denied by " + rule + ": " + rule.denied().get());
    }
    if (rule.approvals() == 0) {
      return new Decision.AllowedAtOnce(
          rule.toString(),
          "Nobody has to approve a " + facts.sentencePart() + "; it starts at once.");
    }
    List<String> group = members(rule.from());
    List<String> others = group.stream().filter(id -> !id.equals(requester)).toList();
    if (others.size() < rule.approvals()) {
      return new Decision.Denied(tooFew(rule, group.size(), others.size()));
    }
    return new Decision.NeedsApproval(
        new Terms(rule.approvals(), others, rule.toString()), who(rule, others, group.size()));
  }

  private static String tooFew(Rule rule, int all, int others) {
    return "Denied: this needs "
        + People.approvals(rule.approvals())
        + " from "
        + String.join(" or ", rule.from())
        + ", and without you only "
        + others
        + " of its "
        + all
        + " approvers could give one, because nobody approves their own request; let another member"
        + " of your team ask.";
  }

  private static String who(Rule rule, List<String> others, int all) {
    String whom =
        others.size() == rule.approvals()
            ? People.allOf(others)
            : (rule.approvals() == 1 ? "" : "any " + rule.approvals() + " of ")
                + People.anyOf(others);
    String notYou = others.size() == all ? "." : "; you cannot approve your own request.";
    return "Needs "
        + People.approvals(rule.approvals())
        + " from "
        + String.join(" or ", rule.from())
        + ": "
        + whom
        + notYou;
  }

  /**
   * Whether {@code voter} may vote on a request of {@code requester}.
   *
   * @return nothing when so, or the sentence that says why not and who may
   */
  public Optional<String> mayNotVote(Terms terms, String requester, String voter) {
    String others = People.anyOf(terms.approvers());
    if (voter.equals(requester)) {
      return Optional.of("Nobody approves or denies their own request; " + others + " can.");
    }
    if (!terms.approvers().contains(voter)) {
      return Optional.of("You are not an approver of this request; " + others + " can vote on it.");
    }
    // Rights given up since then count at once; rights gained since then do not: the card never
    // named that person.
    return everyApprover().contains(voter)
        ? Optional.empty()
        : Optional.of("You are no longer an approver; " + others + " could vote on this request.");
  }

  /**
   * Whether the policy of today still lets the approved request run: checked again just before it
   * does, because rules and people may have changed since.
   *
   * @return nothing when so, or the sentence that says what is in the way
   */
  public Optional<String> objection(Ask ask, String requester, List<Vote> votes) {
    return decide(ask, requester)
        .fold(
            denied ->
                Optional.of(
                    "The policy has changed since the request was made. " + denied.sentence()),
            needs ->
                Tally.of(needs.terms(), requester, votes)
                    .fold(
                        approved -> Optional.<String>empty(),
                        waiting ->
                            Optional.of("The policy asks for more today. " + waiting.sentence()),
                        denied -> Optional.of(denied.sentence())),
            atOnce -> Optional.empty());
  }

  /** The team that the ask is for: the one it names, or the only one that the requester is in. */
  public Optional<String> teamFor(Ask ask, String requester) {
    List<String> mine = teamsOf(requester);
    return ask.team().or(() -> mine.size() == 1 ? Optional.of(mine.get(0)) : Optional.empty());
  }

  /** The teams that somebody is a member of. */
  public List<String> teamsOf(String userId) {
    return namesOf(teams, members -> members.contains(userId));
  }

  /** The approver groups that somebody is in. */
  public List<String> approverGroupsOf(String userId) {
    return namesOf(approvers, members -> members.contains(userId));
  }

  /** The names of all teams, for forms. */
  public Collection<String> teamNames() {
    return List.copyOf(teams.keySet());
  }

  private static List<String> namesOf(
      Map<String, List<String>> groups, Predicate<List<String>> which) {
    return groups.entrySet().stream()
        .filter(e -> which.test(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> members(Collection<String> groups) {
    LinkedHashSet<String> all = new LinkedHashSet<>();
    groups.forEach(group -> all.addAll(approvers.getOrDefault(group, List.of())));
    return List.copyOf(all);
  }

  private List<String> everyApprover() {
    return members(approvers.keySet());
  }
}
