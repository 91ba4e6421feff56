// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.command.CommandParser;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk with the real parser, policy and ledger. */
class DeskTest {
  private static final Asker ALICE = slack("U0ALICE");
  private static final Asker AMIR = slack("U0AMIR");
  private static final Asker BOB = slack("U0BOB");
  private static final Asker CAROL = slack("U0CAROL");
  private static final Asker ERIN = slack("U0ERIN");
  private static final Asker CI = new Asker("webhook", "webhook:ci", "");

  @TempDir private Path directory;
  private LedgerRoom room;
  private Desk desk;
  private int deliveries;

  private static Asker slack(String user) {
    return new Asker("T0BERTH", user, "C0REQUESTS");
  }

  private static Condition kind(String fact, String word) {
    return new Condition(Map.of(fact, Set.of(word)), Map.of());
  }

  @BeforeEach
  void opensTheDesk() {
    room = new LedgerRoom(directory);
    Policy policy =
        new Policy(
            Map.of("payments", List.of("U0ALICE", "U0AMIR", "U0BOB", "webhook:ci")),
            Map.of("platform", List.of("U0BOB", "U0CAROL")),
            List.of(
                Rule.approvals(1, kind("type", "premium"), 2, List.of("platform")),
                Rule.approvals(2, kind("kind", "registry"), 1, List.of("platform")),
                Rule.atOnce(3, kind("region", "ap-guangzhou"))));
    desk =
        new Desk(
            new CommandParser("/tcr", "ap-guangzhou"),
            policy,
            room.ledger(),
            room.ids::requestId,
            room.clock,
            Duration.ofHours(24));
  }

  @AfterEach
  void closesTheLedger() {
    room.close();
  }

  private Answer say(Asker asker, String text) {
    return desk.take(asker, text, "delivery-" + deliveries++);
  }

  private String ask(Asker asker, String text) {
    Answer answer = say(asker, text);
    assertThat(answer.kind()).as(answer.text()).isEqualTo(Answer.Kind.STORED);
    return answer.requestId().orElseThrow();
  }

  private Request stored(String id) {
    return room.find(id);
  }

  private void assertNothingStored() {
    assertThat(room.ledger().recent(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void storesARequestAndSaysWhatHappensNext() {
    Answer answer = say(ALICE, "create registry payments --type Standard --reason \"go live\"");
    String id = answer.requestId().orElseThrow();
    assertThat(answer)
        .isEqualTo(
            new Answer(
                Answer.Kind.STORED,
                "Request "
                    + id
                    + " is stored: registry payments.\n"
                    + "--type 'Standard' was read as standard.\n"
                    + "Needs 1 approval from platform: @U0BOB or @U0CAROL.\n"
                    + "It can be approved until 2026-11-22 10:00 UTC, and the result will be posted to you;"
                    + " see it with /tcr show "
                    + id,
                Optional.of(id)));
    assertThat(stored(id).state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(stored(id).requester()).isEqualTo("U0ALICE");
    assertThat(stored(id).team()).contains("payments");
    assertThat(stored(id).reason()).contains("go live");
    assertThat(stored(id).terms().approvers()).containsExactly("U0BOB", "U0CAROL");
  }

  @Test
  void startsAtOnceWhatNobodyHasToApprove() {
    Answer answer = say(ALICE, "create code");
    assertThat(answer.text())
        .contains(
            "Nobody has to approve a code in ap-guangzhou; it starts at once.\nThe result will be posted to you;");
    assertThat(stored(answer.requestId().orElseThrow()).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void storesNothingOfWhatIsRefused() {
    assertThat(say(ALICE, "create registry payments").kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(say(ERIN, "create registry payments --type basic").text())
        .startsWith("You are not allowed to ask for anything yet");
    assertThat(say(BOB, "create registry payments --type premium").text())
        .startsWith("Denied: this needs 2 approvals from platform, and without you only 1");
    assertThat(say(ALICE, "create code --region ap-tokyo").text()).startsWith("Denied: no rule");
    assertNothingStored();
  }

  @Test
  void explainsWithoutStoring() {
    Answer answer = say(ALICE, "explain create registry payments --type premium");
    assertThat(answer)
        .isEqualTo(
            Answer.info(
                "Understood: create registry payments --type premium --region ap-guangzhou --charge postpaid\n"
                    + "Needs 2 approvals from platform: @U0BOB and @U0CAROL.\n"
                    + "Nothing was stored."));
    assertNothingStored();
  }

  @Test
  void storesOneDeliveryOnce() {
    String id =
        desk.take(ALICE, "create registry payments --type basic", "same").requestId().orElseThrow();
    Answer again = desk.take(ALICE, "create registry payments --type basic", "same");
    assertThat(again.kind()).isEqualTo(Answer.Kind.INFO);
    assertThat(again.text())
        .isEqualTo("That was stored before, as request " + id + "; see it with /tcr show " + id);
    assertThat(room.ledger().recent(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void refusesANameThatALiveRequestAsksFor() {
    String id = ask(ALICE, "create registry payments --type basic");
    Answer second = say(AMIR, "create registry payments --type standard");
    assertThat(second.kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(second.text())
        .isEqualTo(
            "Request "
                + id
                + " already asks for registry payments (waits for approval); choose another name, or wait for that one.");
  }

  @Test
  void showsARequestToItsRequesterAndItsApproversOnly() {
    String id = ask(ALICE, "create registry payments --type basic --reason \"go live\"");
    String shown =
        "Request "
            + id
            + ": registry payments, waits for approval\n"
            + "Asked by @U0ALICE for team payments on 2026-11-21 10:00 UTC\n"
            + "Exactly: create registry payments --type basic --region ap-guangzhou --charge postpaid\n"
            + "Reason: go live\n"
            + "Policy: rule 2 (kind registry)\n"
            + "Approval: 0 of 1 approval; @U0BOB or @U0CAROL can approve. Until 2026-11-22 10:00 UTC.";
    assertThat(say(ALICE, "show " + id).text()).isEqualTo(shown);
    assertThat(say(CAROL, "show " + id.toLowerCase(java.util.Locale.ROOT)).text()).isEqualTo(shown);
    for (Asker stranger :
        List.of(
            AMIR,
            ERIN,
            new Asker("T0OTHER", "U0ALICE", "C1"),
            new Asker("T0OTHER", "U0BOB", "C1"))) {
      assertThat(say(stranger, "show " + id)).isEqualTo(Answer.refused("No such request."));
    }
  }

  @Test
  void answersAnIdThatNobodyHasAsOneThatIsNotYours() {
    for (String text :
        List.of("show 01J", "show ' or 1=1", "approve 01ABC", "deny 01ABC no", "cancel 01ABC")) {
      String closed = text.replace("'", "\"'\"");
      assertThat(say(ALICE, closed).text())
          .isIn("No such request.", "Unexpected 'or' at column 10; write /tcr show ID.");
    }
  }

  @Test
  void listsOnesOwnRequestsNewestFirst() {
    assertThat(say(ALICE, "list").text())
        .isEqualTo("You have not asked for anything yet; /tcr help shows how.");
    String first = ask(ALICE, "create registry payments --type basic");
    room.clock.advance(Duration.ofMinutes(1));
    String second = ask(ALICE, "create code --description web");
    ask(AMIR, "create registry search1 --type basic");
    assertThat(say(ALICE, "list"))
        .isEqualTo(
            Answer.info(
                "Your latest requests:\n"
                    + second
                    + "  2026-11-21 10:01 UTC  register code \"web\": approved, starts in a moment\n"
                    + first
                    + "  2026-11-21 10:00 UTC  registry payments: waits for approval"));
  }

  @Test
  void countsAVoteAndSaysWhatItCameTo() {
    String id = ask(ALICE, "create registry payments --type premium");
    assertThat(vote(BOB, id, true).text())
        .isEqualTo("Your vote is counted. 1 of 2 approvals (@U0BOB); @U0CAROL can approve.");
    assertThat(vote(BOB, id, true).text())
        .isEqualTo("Your vote was already counted; it stays as it was.");
    assertThat(vote(CAROL, id, true))
        .isEqualTo(Answer.stored("Your vote is counted. Approved by @U0BOB and @U0CAROL.", id));
    assertThat(stored(id).state()).isEqualTo(State.APPROVED);
  }

  private Answer vote(Asker voter, String id, boolean approves) {
    return desk.vote(voter, id, stored(id).parametersSha256(), approves, Optional.empty());
  }

  @Test
  void neverLetsAnybodyApproveTheirOwnRequest() {
    String id = ask(BOB, "create registry payments --type basic");
    assertThat(vote(BOB, id, true))
        .isEqualTo(
            Answer.refused("Nobody approves or denies their own request; @U0CAROL can.").about(id));
    assertThat(say(BOB, "approve " + id).kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(stored(id).state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(vote(CAROL, id, true).kind()).isEqualTo(Answer.Kind.STORED);
  }

  @Test
  void refusesTheVoteOfAStranger() {
    String id = ask(ALICE, "create registry payments --type basic");
    assertThat(vote(ERIN, id, true).text())
        .isEqualTo("You are not an approver of this request; @U0BOB or @U0CAROL can vote on it.");
    assertThat(vote(new Asker("T0OTHER", "U0BOB", "C1"), id, true))
        .isEqualTo(Answer.refused("No such request."));
    assertThat(stored(id).votes()).isEmpty();
  }

  @Test
  void refusesAVoteOnOtherParametersThanTheStoredOnes() {
    String id = ask(ALICE, "create registry payments --type basic");
    Answer answer = desk.vote(BOB, id, "another hash", true, Optional.empty());
    assertThat(answer.kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(stored(id).votes()).isEmpty();
  }

  @Test
  void takesOneDenialAsTheEnd() {
    String id = ask(ALICE, "create registry payments --type premium");
    assertThat(say(CAROL, "deny " + id + " too expensive").text())
        .isEqualTo("Your vote is counted. Denied by @U0CAROL: too expensive");
    assertThat(stored(id).state()).isEqualTo(State.REJECTED);
    assertThat(say(BOB, "approve " + id).kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(say(ALICE, "show " + id).text())
        .contains("Approval: Denied by @U0CAROL: too expensive");
  }

  @Test
  void countsNoVoteAfterTheTimeIsOver() {
    String id = ask(ALICE, "create registry payments --type basic");
    room.clock.advance(Duration.ofHours(25));
    assertThat(vote(BOB, id, true).kind()).isEqualTo(Answer.Kind.REFUSED);
    assertThat(stored(id).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void letsOnlyTheRequesterCancelAndOnlyInTime() {
    String id = ask(ALICE, "create registry payments --type basic");
    assertThat(say(BOB, "cancel " + id).text())
        .isEqualTo("Only @U0ALICE can cancel this request; you can deny it.");
    assertThat(say(AMIR, "cancel " + id)).isEqualTo(Answer.refused("No such request."));
    assertThat(say(ALICE, "cancel " + id))
        .isEqualTo(Answer.stored("Request " + id + " is cancelled; nothing will be created.", id));
    assertThat(stored(id).state()).isEqualTo(State.CANCELLED);
    assertThat(say(ALICE, "cancel " + id).text())
        .isEqualTo("Too late: request " + id + " is cancelled.");
  }

  @Test
  void letsApproversOfEveryWorkspaceVoteOnWhatAProgramAsksFor() {
    String id = ask(CI, "create registry payments --type basic");
    assertThat(stored(id).requester()).isEqualTo("webhook:ci");
    assertThat(vote(BOB, id, true).kind()).isEqualTo(Answer.Kind.STORED);
    assertThat(say(ALICE, "show " + id)).isEqualTo(Answer.refused("No such request."));
  }

  @Test
  void saysWhoSomebodyIs() {
    assertThat(say(BOB, "whoami").text())
        .isEqualTo(
            "You are @U0BOB in workspace T0BERTH. Teams: payments. Approver groups: platform.");
    assertThat(say(ERIN, "whoami").text())
        .isEqualTo("You are @U0ERIN in workspace T0BERTH. Teams: none. Approver groups: none.");
  }

  @Test
  void answersNoTextWithUsage() {
    assertThat(say(ALICE, "").kind()).isEqualTo(Answer.Kind.USAGE);
    assertThat(say(ALICE, "help code").text()).startsWith("/tcr create code [options]");
    assertNothingStored();
  }
}
