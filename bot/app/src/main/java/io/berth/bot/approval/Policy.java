// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.kind.Facts;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.voice.PolicyPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The company's rules: members of a team may ask, the first rule that matches a part says who has
 * to approve it, and what no rule matches is denied. Nobody ever approves their own request.
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

  /**
   * What happens to {@code proposal} when {@code requester} (a user id) makes it. It is denied when
   * one of its parts is, and needs what all of its parts need.
   */
  public Decision decide(Proposal proposal, String requester) {
    Optional<Sentence> refusal = mayNotAsk(proposal, requester);
    if (refusal.isPresent()) {
      return new Decision.Denied(refusal.get());
    }
    Optional<String> team = teamFor(proposal, requester);
    List<Clause> clauses = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    for (Spec part : proposal.parts()) {
      PartDecision decision = decide(part, team, requester);
      if (decision.clause().isEmpty()) {
        return new Decision.Denied(decision.sentence());
      }
      if (!clauses.contains(decision.clause().get())) {
        clauses.add(decision.clause().get());
        sentences.add(decision.sentence());
      }
    }
    Terms terms = new Terms(clauses);
    return terms.needsApproval()
        ? new Decision.NeedsApproval(terms, joined(sentences))
        : new Decision.AllowedAtOnce(terms, joined(sentences));
  }

  /**
   * What is decided about one part.
   *
   * @param clause nothing when it is denied
   */
  private record PartDecision(Optional<Clause> clause, Sentence sentence) {
    static PartDecision denied(Sentence sentence) {
      return new PartDecision(Optional.empty(), sentence);
    }
  }

  private PartDecision decide(Spec part, Optional<String> team, String requester) {
    Facts facts = allFacts(part, team);
    return rules.stream()
        .filter(rule -> rule.when().holds(facts))
        .findFirst()
        .map(rule -> apply(rule, part, requester))
        .orElseGet(() -> PartDecision.denied(PolicyPhrase.NO_RULE.with("summary", summary(part))));
  }

  static Facts allFacts(Spec part, Optional<String> team) {
    Map<String, String> words = new LinkedHashMap<>(part.facts().words());
    words.put("kind", part.kind().word());
    words.put("region", part.parameters().region());
    team.ifPresent(name -> words.put("team", name));
    return new Facts(words, part.facts().numbers());
  }

  private static Sentence summary(Spec part) {
    return part.kind().summary(part.parameters());
  }

  static Sentence joined(List<Sentence> sentences) {
    return sentences.size() == 1
        ? sentences.get(0)
        : PolicyPhrase.SEVERAL.with(
            "sentences", sentences.stream().map(Sentence::text).collect(Collectors.joining(" ")));
  }

  private Optional<Sentence> mayNotAsk(Proposal proposal, String requester) {
    List<String> mine = teamsOf(requester);
    String given = proposal.team().orElse("");
    if (!given.isEmpty() && !teams.containsKey(given)) {
      String hint = Suggestion.didYouMean(given, mine);
      return Optional.of(
          PolicyPhrase.NO_SUCH_TEAM.with(
              "team", Echo.of(given), "hint", hint.isEmpty() ? "." : hint));
    }
    if (mine.isEmpty()) {
      return Optional.of(PolicyPhrase.IN_NO_TEAM.with("people", People.anyOf(everyApprover())));
    }
    if (given.isEmpty() && mine.size() > 1) {
      return Optional.of(PolicyPhrase.WHICH_TEAM.with("teams", String.join(", ", mine)));
    }
    return given.isEmpty() || mine.contains(given)
        ? Optional.empty()
        : Optional.of(
            PolicyPhrase.NOT_IN_TEAM.with("team", given, "teams", String.join(" or ", mine)));
  }

  private PartDecision apply(Rule rule, Spec part, String requester) {
    if (rule.denied().isPresent()) {
      return PartDecision.denied(
          PolicyPhrase.DENIED_BY_RULE.with("rule", rule, "reason", rule.denied().get()));
    }
    List<String> group = members(rule.from());
    List<String> others = group.stream().filter(id -> !id.equals(requester)).toList();
    if (others.size() < rule.approvals()) {
      return PartDecision.denied(tooFew(rule, group.size(), others.size()));
    }
    List<String> asked = rule.approvals() == 0 ? List.of() : others;
    Sentence sentence =
        rule.approvals() == 0
            ? PolicyPhrase.AT_ONCE.with("summary", summary(part))
            : needs(rule, others, group.size());
    return new PartDecision(
        Optional.of(new Clause(rule.approvals(), asked, rule.toString())), sentence);
  }

  private static Sentence tooFew(Rule rule, int all, int others) {
    return PolicyPhrase.TOO_FEW.with(
        "approvals",
        PolicyPhrase.APPROVALS.with("count", rule.approvals()),
        "groups",
        String.join(" or ", rule.from()),
        "others",
        others,
        "all",
        all);
  }

  private static Sentence needs(Rule rule, List<String> others, int all) {
    return PolicyPhrase.NEEDS_APPROVALS.with(
        "approvals",
        PolicyPhrase.APPROVALS.with("count", rule.approvals()),
        "groups",
        String.join(" or ", rule.from()),
        "people",
        whom(rule, others),
        "notYou",
        others.size() == all ? "." : PolicyPhrase.NOT_YOU.with());
  }

  private static Object whom(Rule rule, List<String> others) {
    if (others.size() == rule.approvals()) {
      return People.allOf(others);
    }
    String any = People.anyOf(others);
    return rule.approvals() == 1
        ? any
        : PolicyPhrase.ANY_OF.with("count", rule.approvals(), "people", any);
  }

  /**
   * Whether {@code voter} may vote on a request of {@code requester}.
   *
   * @return nothing when so, or the sentence that says why not and who may today
   */
  public Optional<Sentence> mayNotVote(Terms terms, String requester, String voter) {
    List<String> today = terms.approvers().stream().filter(everyApprover()::contains).toList();
    String others = People.anyOf(today);
    if (voter.equals(requester)) {
      return Optional.of(PolicyPhrase.NOT_YOUR_OWN.with("people", others));
    }
    if (!terms.approvers().contains(voter)) {
      return Optional.of(PolicyPhrase.NOT_AN_APPROVER.with("people", others));
    }
    // Rights given up since then count at once; rights gained since then do not: the card never
    // named that person.
    return today.contains(voter)
        ? Optional.empty()
        : Optional.of(PolicyPhrase.NO_LONGER_AN_APPROVER.with("people", others));
  }

  /**
   * Whether the policy of today still lets the approved request run: asked when its last vote is
   * counted and again just before it runs, because rules and people may have changed since.
   *
   * @return nothing when so, or the sentence that says what is in the way
   */
  public Optional<Sentence> objection(Proposal proposal, Ballot ballot) {
    return decide(proposal, ballot.requester())
        .fold(
            denied -> Optional.of(PolicyPhrase.POLICY_CHANGED.with("sentence", denied.sentence())),
            needs -> missing(ballot.under(needs.terms())),
            atOnce -> Optional.empty());
  }

  private static Optional<Sentence> missing(Ballot today) {
    return today
        .verdict()
        .fold(
            approved -> Optional.<Sentence>empty(),
            waiting -> Optional.of(PolicyPhrase.ASKS_FOR_MORE.with("sentence", waiting.sentence())),
            denied -> Optional.of(denied.sentence()));
  }

  /** The team that it is for: the one it names, or the only one that the requester is in. */
  public Optional<String> teamFor(Proposal proposal, String requester) {
    List<String> mine = teamsOf(requester);
    return proposal.team().or(() -> mine.size() == 1 ? Optional.of(mine.get(0)) : Optional.empty());
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
