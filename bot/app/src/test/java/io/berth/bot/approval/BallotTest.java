// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BallotTest {
  private static final Terms ONE = Terms.of(1, List.of("U0BOB", "U0CAROL"), "rule 1");
  private static final Terms TWO = Terms.of(2, List.of("U0BOB", "U0CAROL", "U0DAN"), "rule 2");

  private static Verdict verdict(Terms terms, Vote... votes) {
    return new Ballot(terms, "U0ALICE", List.of(votes)).verdict();
  }

  /** {@code approved: …}, {@code waiting: …} or {@code denied: …}. */
  private static String tally(Terms terms, Vote... votes) {
    return verdict(terms, votes)
        .fold(
            approved -> "approved: " + approved.sentence(),
            waiting -> "waiting: " + waiting.sentence(),
            denied -> "denied: " + denied.sentence());
  }

  @Test
  void waitsAndNamesWhoCanApprove() {
    assertThat(tally(ONE)).isEqualTo("waiting: 0 of 1 approval; @U0BOB or @U0CAROL can approve.");
    assertThat(tally(TWO, Proposals.yes("U0CAROL")))
        .isEqualTo("waiting: 1 of 2 approvals (@U0CAROL); @U0BOB or @U0DAN can approve.");
  }

  @Test
  void approvesWhenEnoughDifferentApproversDo() {
    assertThat(tally(ONE, Proposals.yes("U0BOB"))).isEqualTo("approved: Approved by @U0BOB.");
    assertThat(tally(TWO, Proposals.yes("U0BOB"), Proposals.yes("U0DAN")))
        .isEqualTo("approved: Approved by @U0BOB and @U0DAN.");
  }

  @Test
  void letsOneDenialDecide() {
    assertThat(
            tally(
                TWO,
                Proposals.yes("U0BOB"),
                Proposals.no("U0CAROL", "too expensive"),
                Proposals.yes("U0DAN")))
        .isEqualTo("denied: Denied by @U0CAROL: too expensive");
    assertThat(tally(ONE, Proposals.no("U0BOB", ""))).isEqualTo("denied: Denied by @U0BOB.");
  }

  @Test
  void countsOnePersonOnce() {
    assertThat(tally(TWO, Proposals.yes("U0BOB"), Proposals.yes("U0BOB"))).startsWith("waiting: ");
  }

  @Test
  void ignoresEverybodyWhoIsNotAnApprover() {
    assertThat(
            tally(
                ONE, Proposals.yes("U0ERIN"), Proposals.yes("u0bob"), Proposals.no("U0ERIN", "no")))
        .startsWith("waiting: ");
  }

  @Test
  void ignoresTheRequesterEvenAmongTheApprovers() {
    Terms tampered = Terms.of(1, List.of("U0ALICE", "U0BOB"), "rule 1");
    assertThat(tally(tampered, Proposals.yes("U0ALICE")))
        .isEqualTo("waiting: 0 of 1 approval; @U0BOB can approve.");
  }

  @Test
  void needsNobodyWhenThePolicyAllowsItAtOnce() {
    assertThat(tally(Terms.of(0, List.of(), "rule 6")))
        .isEqualTo("approved: Nobody had to approve.");
  }

  @Test
  void needsWhatEveryClauseNeedsAndSaysWhatIsMissing() {
    Terms both =
        new Terms(
            List.of(
                new Clause(1, List.of("U0BOB", "U0CAROL"), "rule 1"),
                new Clause(1, List.of("U0DAN"), "rule 2"),
                new Clause(0, List.of(), "rule 3")));
    assertThat(tally(both, Proposals.yes("U0BOB")))
        .isEqualTo("waiting: 0 of 1 approval; @U0DAN can approve.");
    assertThat(tally(both, Proposals.yes("U0CAROL"), Proposals.yes("U0DAN")))
        .isEqualTo("approved: Approved by @U0CAROL and @U0DAN.");
    assertThat(tally(both, Proposals.yes("U0BOB"), Proposals.no("U0DAN", "")))
        .isEqualTo("denied: Denied by @U0DAN.");
    assertThat(both.needed()).isEqualTo(1);
  }

  @Test
  void refusesTermsThatCouldNeverBeMet() {
    assertThatThrownBy(() -> Terms.of(2, List.of("U0BOB"), "rule"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverApprovesWithFewerApproversThanNeededWhateverTheVotes() {
    SplittableRandom random = new SplittableRandom(2_026);
    List<String> people = List.of("U0ALICE", "U0BOB", "U0CAROL", "U0DAN", "U0ERIN");
    for (int run = 0; run < 5_000; run++) {
      List<Vote> votes = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        String voter = people.get(random.nextInt(people.size()));
        votes.add(random.nextInt(4) == 0 ? Proposals.no(voter, "") : Proposals.yes(voter));
      }
      long different =
          votes.stream()
              .filter(Vote::approves)
              .map(Vote::voter)
              .filter(TWO.approvers()::contains)
              .distinct()
              .count();
      boolean approved = new Ballot(TWO, "U0ALICE", votes).verdict() instanceof Verdict.Approved;
      assertThat(approved && different < 2).as("run " + run + " " + votes).isFalse();
    }
  }
}
