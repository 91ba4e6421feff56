// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Proposal;
import io.berth.bot.voice.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final Map<String, List<String>> TEAMS =
      Map.of("payments", List.of("U0ALICE", "U0AMIR", "U0BOB"));
  private static final Map<String, List<String>> APPROVERS =
      Map.of("platform", List.of("U0BOB", "U0CAROL"));

  private static Condition when(String... factsAndWords) {
    Map<String, Set<String>> words = new java.util.HashMap<>();
    for (int i = 0; i < factsAndWords.length; i += 2) {
      words.put(factsAndWords[i], Set.of(factsAndWords[i + 1].split(" or ")));
    }
    return new Condition(words, Map.of());
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.denied(
              1, when("kind", "registry", "region", "ap-mumbai"), "we have no contract there"),
          Rule.approvals(2, when("kind", "registry", "charge", "prepaid"), 2, List.of("platform")),
          Rule.approvals(
              3, when("kind", "registry", "type", "standard or premium"), 1, List.of("platform")),
          Rule.approvals(4, when("kind", "code", "permanent", "true"), 2, List.of("platform")),
          Rule.approvals(
              5,
              new Condition(Map.of("kind", Set.of("code")), Map.of("limit", 100L)),
              1,
              List.of("platform")),
          Rule.atOnce(6, when("kind", "code")));

  private final Policy policy = new Policy(TEAMS, APPROVERS, RULES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "registry payments type=standard | U0ALICE | Needs 1 approval from platform: @U0BOB or @U0CAROL.",
        "registry payments type=premium charge=prepaid months=1 | U0ALICE | Needs 2 approvals from platform: @U0BOB and @U0CAROL.",
        "registry payments type=standard | U0BOB | Needs 1 approval from platform: @U0CAROL; you cannot approve your own request.",
        "registry payments type=premium charge=prepaid months=1 | U0BOB | Denied: this needs 2 approvals from platform, and without you only 1 of its 2 approvers could give one, because nobody approves their own request; let another member of your team ask.",
        "registry payments type=standard region=ap-mumbai | U0ALICE | Denied by rule 1 (kind registry, region ap-mumbai): we have no contract there",
        "registry payments type=basic | U0ALICE | Denied: no rule of the policy allows a basic registry in ap-guangzhou; ask whoever keeps berth.yaml to add one.",
        "code --permanent | U0ALICE | Needs 2 approvals from platform: @U0BOB and @U0CAROL.",
        "code --limit 101 | U0ALICE | Needs 1 approval from platform: @U0BOB or @U0CAROL.",
        "code --limit 100 | U0ALICE | Nobody has to approve a code in ap-guangzhou; it starts at once.",
        "code | U0ERIN | You are not allowed to ask for anything yet, because you are in no team; ask @U0BOB or @U0CAROL to add you to one.",
        "code | U0CAROL | You are not allowed to ask for anything yet, because you are in no team; ask @U0BOB or @U0CAROL to add you to one.",
        "code --team payment | U0ALICE | There is no team 'payment'; did you mean payments?",
        "code --team search | U0ALICE | There is no team 'search'.",
      })
  void saysWhatHappensNextAndWhoCanMakeItHappen(String text, String who, String sentence) {
    assertThat(policy.decide(Proposals.of(text), who).sentence().text()).isEqualTo(sentence);
  }

  @Test
  void keepsTheRequesterOutOfTheTermsThatAreStored() {
    Decision decision = policy.decide(Proposals.of("registry payments type=standard"), "U0BOB");
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.NeedsApproval.class,
            needs ->
                assertThat(needs.terms())
                    .isEqualTo(
                        Terms.of(
                            1,
                            List.of("U0CAROL"),
                            "rule 3 (kind registry, type premium or standard)")));
  }

  @Test
  void deniesWhatNoRuleMatches() {
    assertThat(new Policy(TEAMS, APPROVERS, List.of()).decide(Proposals.of("code"), "U0ALICE"))
        .isInstanceOf(Decision.Denied.class);
  }

  @Test
  void letsTheFirstRuleThatMatchesDecide() {
    Policy swapped = new Policy(TEAMS, APPROVERS, List.of(RULES.get(5), RULES.get(3)));
    assertThat(swapped.decide(Proposals.of("code --permanent"), "U0ALICE"))
        .isInstanceOf(Decision.AllowedAtOnce.class);
  }

  @Test
  void countsAPersonInTwoGroupsOnce() {
    Policy two =
        new Policy(
            TEAMS,
            Map.of("platform", List.of("U0BOB"), "security", List.of("U0BOB")),
            List.of(Rule.approvals(1, Condition.ALWAYS, 2, List.of("platform", "security"))));
    assertThat(two.decide(Proposals.of("code"), "U0ALICE").sentence().text())
        .startsWith("Denied: this needs 2 approvals from platform or security");
  }

  @Test
  void namesHowManyOfManyAreNeeded() {
    Policy three =
        new Policy(
            TEAMS,
            Map.of("platform", List.of("U0BOB", "U0CAROL", "U0DAN")),
            List.of(Rule.approvals(1, Condition.ALWAYS, 2, List.of("platform"))));
    assertThat(three.decide(Proposals.of("code"), "U0ALICE").sentence().text())
        .isEqualTo("Needs 2 approvals from platform: any 2 of @U0BOB, @U0CAROL or @U0DAN.");
  }

  @Test
  void asksWhichTeamWhenThereAreSeveral() {
    Policy several =
        new Policy(
            Map.of(
                "payments",
                List.of("U0ALICE"),
                "search",
                List.of("U0ALICE"),
                "ops",
                List.of("U0ERIN")),
            APPROVERS,
            List.of(Rule.approvals(1, when("team", "search"), 1, List.of("platform"))));
    assertThat(several.decide(Proposals.of("code"), "U0ALICE").sentence().text())
        .startsWith("You are in the teams ")
        .endsWith("; say which one it is for with --team.");
    assertThat(several.decide(Proposals.of("code --team ops"), "U0ALICE").sentence().text())
        .startsWith("You are not a member of team ops; you may ask for ");
    assertThat(several.decide(Proposals.of("code --team search"), "U0ALICE"))
        .isInstanceOf(Decision.NeedsApproval.class);
    assertThat(several.decide(Proposals.of("code --team payments"), "U0ALICE"))
        .isInstanceOf(Decision.Denied.class);
  }

  @Test
  void findsTheOnlyTeamOfTheRequester() {
    assertThat(policy.teamFor(Proposals.of("code"), "U0ALICE")).contains("payments");
    assertThat(policy.teamFor(Proposals.of("code"), "U0ERIN")).isEmpty();
    assertThat(policy.teamsOf("U0BOB")).containsExactly("payments");
    assertThat(policy.approverGroupsOf("U0BOB")).containsExactly("platform");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U0ALICE | Nobody approves or denies their own request; @U0BOB or @U0CAROL can.",
        "U0ERIN | You are not an approver of this request; @U0BOB or @U0CAROL can vote on it.",
        "u0bob | You are not an approver of this request; @U0BOB or @U0CAROL can vote on it.",
        "'' | You are not an approver of this request; @U0BOB or @U0CAROL can vote on it.",
      })
  void saysWhyAPersonMayNotVote(String voter, String sentence) {
    Terms terms = Terms.of(1, List.of("U0BOB", "U0CAROL"), "rule 3");
    assertThat(text(policy.mayNotVote(terms, "U0ALICE", voter))).contains(sentence);
  }

  @Test
  void letsAnApproverVote() {
    Terms terms = Terms.of(1, List.of("U0BOB", "U0CAROL"), "rule 3");
    assertThat(policy.mayNotVote(terms, "U0ALICE", "U0CAROL")).isEmpty();
  }

  @Test
  void refusesTheVoteOfSomebodyWhoWasAnApproverOnlyWhenItWasAsked() {
    Terms terms = Terms.of(1, List.of("U0BOB", "U0GONE"), "rule 3");
    assertThat(text(policy.mayNotVote(terms, "U0ALICE", "U0GONE")))
        .contains("You are no longer an approver; @U0BOB can vote on this request.");
  }

  @Test
  void refusesTheVoteOfAnApproverWhoJoinedAfterItWasAsked() {
    Terms terms = Terms.of(1, List.of("U0BOB"), "rule 3");
    assertThat(text(policy.mayNotVote(terms, "U0ALICE", "U0CAROL")))
        .contains("You are not an approver of this request; @U0BOB can vote on it.");
  }

  @Test
  void refusesTheRequesterEvenWhenStoredTermsNameThem() {
    Terms tampered = Terms.of(1, List.of("U0ALICE", "U0BOB"), "rule 3");
    assertThat(policy.mayNotVote(tampered, "U0ALICE", "U0ALICE")).isPresent();
  }

  @Test
  void objectsToAnApprovedRequestThatTodaysPolicyWouldNotLetThrough() {
    Proposal proposal = Proposals.of("registry payments type=standard");
    List<Vote> votes = List.of(Proposals.yes("U0BOB"));
    assertThat(policy.objection(proposal, ballot("U0ALICE", votes))).isEmpty();
    assertThat(text(policy.objection(proposal, ballot("U0ERIN", votes))).orElse(""))
        .startsWith("The policy has changed since the request was made. You are not allowed");
    Policy stricter =
        new Policy(
            TEAMS, APPROVERS, List.of(Rule.approvals(1, Condition.ALWAYS, 2, List.of("platform"))));
    assertThat(text(stricter.objection(proposal, ballot("U0ALICE", votes))))
        .contains(
            "The policy asks for more today. 1 of 2 approvals (@U0BOB); @U0CAROL can approve.");
    Policy withoutBob = new Policy(TEAMS, Map.of("platform", List.of("U0CAROL")), RULES);
    assertThat(text(withoutBob.objection(proposal, ballot("U0ALICE", votes))))
        .contains("The policy asks for more today. 0 of 1 approval; @U0CAROL can approve.");
    Policy looser = new Policy(TEAMS, APPROVERS, List.of(Rule.atOnce(1, Condition.ALWAYS)));
    assertThat(looser.objection(proposal, ballot("U0ALICE", List.of())))
        .isEqualTo(Optional.empty());
  }

  @Test
  void neverNamesTheRequesterAmongTheApproversWhateverTheGroups() {
    SplittableRandom random = new SplittableRandom(1_121);
    List<String> people = List.of("U0ALICE", "U0BOB", "U0CAROL", "U0DAN", "U0ERIN");
    for (int run = 0; run < 2_000; run++) {
      List<String> some = people.stream().filter(id -> random.nextBoolean()).toList();
      List<String> others = people.stream().filter(id -> random.nextBoolean()).toList();
      String requester = people.get(random.nextInt(people.size()));
      int needed = 1 + random.nextInt(4);
      Policy any =
          new Policy(
              Map.of("all", people),
              Map.of("some", some, "others", others),
              List.of(Rule.approvals(1, Condition.ALWAYS, needed, List.of("some", "others"))));
      Decision decision = any.decide(Proposals.of("code"), requester);
      if (decision instanceof Decision.NeedsApproval needs) {
        assertThat(needs.terms().approvers()).doesNotContain(requester).doesNotHaveDuplicates();
        assertThat(needs.terms().approvers()).hasSizeGreaterThanOrEqualTo(needed);
      } else {
        assertThat(decision.sentence().text())
            .startsWith("Denied: this needs " + needed + " approval");
      }
    }
  }

  @Test
  void asksForWhatEveryPartNeedsAndNeverFallsToTheLaxerRule() {
    Proposal code = Proposals.of("code");
    Proposal premium = Proposals.of("registry payments type=premium");
    Policy each =
        new Policy(
            TEAMS,
            Map.of("platform", List.of("U0BOB"), "security", List.of("U0CAROL")),
            List.of(
                Rule.approvals(1, when("type", "premium"), 1, List.of("security")),
                Rule.approvals(2, when("kind", "registry"), 1, List.of("platform")),
                Rule.atOnce(3, when("kind", "code"))));
    assertThat(sentence(each.decide(both(code, premium), "U0ALICE")))
        .isEqualTo(
            "Nobody has to approve a code in ap-guangzhou; it starts at once."
                + " Needs 1 approval from security: @U0CAROL.");
    assertThat(each.decide(both(code, premium), "U0ALICE"))
        .isInstanceOfSatisfying(
            Decision.NeedsApproval.class,
            needs -> assertThat(needs.terms().approvers()).containsExactly("U0CAROL"));
    assertThat(each.decide(both(code, code), "U0ALICE")).isInstanceOf(Decision.AllowedAtOnce.class);
    Policy codesOnly = new Policy(TEAMS, APPROVERS, List.of(Rule.atOnce(1, when("kind", "code"))));
    assertThat(sentence(codesOnly.decide(both(code, premium), "U0ALICE")))
        .startsWith("Denied: no rule of the policy allows a premium registry in ap-guangzhou");
  }

  private static Proposal both(Proposal one, Proposal other) {
    return new Proposal(
        List.of(one.parts().get(0), other.parts().get(0)),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String sentence(Decision decision) {
    return decision.sentence().text();
  }

  private static Optional<String> text(Optional<Sentence> sentence) {
    return sentence.map(Sentence::text);
  }

  private static Ballot ballot(String requester, List<Vote> votes) {
    return new Ballot(Terms.of(2, List.of("U0BOB", "U0CAROL"), "then"), requester, votes);
  }
}
