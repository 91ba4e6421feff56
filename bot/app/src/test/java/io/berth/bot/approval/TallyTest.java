// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Terms ONE = new Terms(1, List.of("U0BOB", "U0CAROL"), "rule 1");
  private static final Terms TWO = new Terms(2, List.of("U0BOB", "U0CAROL", "U0DAN"), "rule 2");

  private static Verdict tally(Terms terms, Vote... votes) {
    return Tally.of(terms, "U0ALICE", List.of(votes));
  }

  @Test
  void waitsAndNamesWhoCanApprove() {
    assertThat(tally(ONE))
        .isEqualTo(new Verdict.Waiting("0 of 1 approval; @U0BOB or @U0CAROL can approve."));
    assertThat(tally(TWO, Asks.yes("U0CAROL")))
        .isEqualTo(
            new Verdict.Waiting("1 of 2 approvals (@U0CAROL); @U0BOB or @U0DAN can approve."));
  }

  @Test
  void approvesWhenEnoughDifferentApproversDo() {
    assertThat(tally(ONE, Asks.yes("U0BOB")))
        .isEqualTo(new Verdict.Approved("Approved by @U0BOB."));
    assertThat(tally(TWO, Asks.yes("U0BOB"), Asks.yes("U0DAN")))
        .isEqualTo(new Verdict.Approved("Approved by @U0BOB and @U0DAN."));
  }

  @Test
  void letsOneDenialDecide() {
    assertThat(
            tally(TWO, Asks.yes("U0BOB"), Asks.no("U0CAROL", "too expensive"), Asks.yes("U0DAN")))
        .isEqualTo(new Verdict.Denied("Denied by @U0CAROL: too expensive"));
    assertThat(tally(ONE, Asks.no("U0BOB", ""))).isEqualTo(new Verdict.Denied("Denied by @U0BOB."));
  }

  @Test
  void countsOnePersonOnce() {
    assertThat(tally(TWO, Asks.yes("U0BOB"), Asks.yes("U0BOB")))
        .isInstanceOf(Verdict.Waiting.class);
  }

  @Test
  void ignoresEverybodyWhoIsNotAnApprover() {
    assertThat(tally(ONE, Asks.yes("U0ERIN"), Asks.yes("u0bob"), Asks.no("U0ERIN", "no")))
        .isInstanceOf(Verdict.Waiting.class);
  }

  @Test
  void ignoresTheRequesterEvenAmongTheApprovers() {
    Terms tampered = new Terms(1, List.of("U0ALICE", "U0BOB"), "rule 1");
    assertThat(Tally.of(tampered, "U0ALICE", List.of(Asks.yes("U0ALICE"))))
        .isEqualTo(new Verdict.Waiting("0 of 1 approval; @U0BOB can approve."));
  }

  @Test
  void needsNobodyWhenThePolicyAllowsItAtOnce() {
    assertThat(tally(new Terms(0, List.of(), "rule 6")))
        .isEqualTo(new Verdict.Approved("Nobody had to approve."));
  }

  @Test
  void refusesTermsThatCouldNeverBeMet() {
    assertThatThrownBy(() -> new Terms(2, List.of("U0BOB"), "rule"))
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
        votes.add(random.nextInt(4) == 0 ? Asks.no(voter, "") : Asks.yes(voter));
      }
      long different =
          votes.stream()
              .filter(Vote::approves)
              .map(Vote::voter)
              .filter(TWO.approvers()::contains)
              .distinct()
              .count();
      boolean approved = Tally.of(TWO, "U0ALICE", votes) instanceof Verdict.Approved;
      assertThat(approved && different < 2).as("run " + run + " " + votes).isFalse();
    }
  }
}
