// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.command.CommandParser;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests with the real parser, policy and ledger. */
class RequestsTest {
  private static final Requester ALICE = slack("U0ALICE");
  private static final Requester AMIR = slack("U0AMIR");
  private static final Requester BOB = slack("U0BOB");
  private static final Requester CAROL = slack("U0CAROL");
  private static final Requester ERIN = slack("U0ERIN");
  private static final String NO_SUCH_REQUEST = "No such request; /tcr list shows yours.";
  private static final Requester CI = new Requester("webhook", "webhook:ci", "");

  @TempDir private Path directory;
  private LedgerRoom room;
  private Requests requests;
  private final Map<String, Standing> standings = new HashMap<>();
  private int deliveries;

  private static Requester slack(String user) {
    return new Requester("T0BERTH", user, "C0REQUESTS");
  }

  private static Condition kind(String fact, String word) {
    return new Condition(Map.of(fact, Set.of(word)), Map.of());
  }

  @BeforeEach
  void opensTheLedger() {
    room = new LedgerRoom(directory);
    Policy policy =
        new Policy(
            Map.of("payments", List.of("U0ALICE", "U0AMIR", "U0BOB", "webhook:ci")),
            Map.of("platform", List.of("U0BOB", "U0CAROL")),
            List.of(
                Rule.approvals(1, kind("type", "premium"), 2, List.of("platform")),
                Rule.approvals(2, kind("kind", "registry"), 1, List.of("platform")),
                Rule.approvals(3, kind("public", "true"), 1, List.of("platform")),
                Rule.atOnce(4, kind("region", "ap-guangzhou"))));
    requests =
        new Requests(
            new CommandParser("/tcr", "ap-guangzhou"),
            policy,
            room.ledger(),
            person -> standings.getOrDefault(person, Standing.MEMBER),
            room.ids::requestId,
            room.clock,
            Duration.ofHours(24));
  }

  @AfterEach
  void closesTheLedger() {
    room.close();
  }

  private Answer say(Requester asker, String text) {
    return requests.take(asker, text, "delivery-" + deliveries++);
  }

  private String ask(Requester asker, String text) {
    Answer answer = say(asker, text);
    assertThat(answer.result()).as(answer.text()).isEqualTo(Answer.Result.STORED);
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
                Answer.Result.STORED,
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
    assertThat(stored(id).origin().team()).contains("payments");
    assertThat(stored(id).origin().reason()).contains("go live");
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
  void saysOfANamespaceThatItIsPublic() {
    assertThat(say(ALICE, "create namespace web --registry payments --public").text())
        .contains(" is stored: public namespace web in registry payments.\n");
    assertThat(say(ALICE, "create namespace api --registry payments").text())
        .contains(" is stored: namespace api in registry payments.\n");
  }

  @Test
  void tellsWhoeverNamesARegistryThatItIsLookedFor() {
    assertThat(say(ALICE, "create namespace web --registry payments --public").text())
        .contains(
            "Berth looks for the registry payments first, and tells you if it is not there.\n");
  }

  @Test
  void storesNothingOfWhatIsRefused() {
    assertThat(say(ALICE, "create registry payments").result()).isEqualTo(Answer.Result.REFUSED);
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
        requests
            .take(ALICE, "create registry payments --type basic", "same")
            .requestId()
            .orElseThrow();
    Answer again = requests.take(ALICE, "create registry payments --type basic", "same");
    assertThat(again.result()).isEqualTo(Answer.Result.INFO);
    assertThat(again.text())
        .isEqualTo("That was stored before, as request " + id + "; see it with /tcr show " + id);
    assertThat(room.ledger().recent(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void refusesANameThatALiveRequestAsksFor() {
    String id = ask(ALICE, "create registry payments --type basic");
    Answer second = say(AMIR, "create registry payments --type standard");
    assertThat(second.result()).isEqualTo(Answer.Result.REFUSED);
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
    for (Requester stranger :
        List.of(
            AMIR,
            ERIN,
            new Requester("T0OTHER", "U0ALICE", "C1"),
            new Requester("T0OTHER", "U0BOB", "C1"))) {
      assertThat(say(stranger, "show " + id)).isEqualTo(Answer.refused(NO_SUCH_REQUEST));
    }
  }

  @Test
  void answersAnIdThatNobodyHasAsOneThatIsNotYours() {
    for (String text :
        List.of("show 01J", "show ' or 1=1", "approve 01ABC", "deny 01ABC no", "cancel 01ABC")) {
      String closed = text.replace("'", "\"'\"");
      assertThat(say(ALICE, closed).text())
          .isIn(NO_SUCH_REQUEST, "Unexpected 'or' at column 10; write /tcr show ID.");
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

  private Answer vote(Requester voter, String id, boolean approves) {
    return requests.vote(voter, id, stored(id).sha256(), approves, Optional.empty());
  }

  @Test
  void neverLetsAnybodyApproveTheirOwnRequest() {
    String id = ask(BOB, "create registry payments --type basic");
    assertThat(vote(BOB, id, true))
        .isEqualTo(
            Answer.refused("Nobody approves or denies their own request; @U0CAROL can.").about(id));
    assertThat(say(BOB, "approve " + id).result()).isEqualTo(Answer.Result.REFUSED);
    assertThat(stored(id).state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(vote(CAROL, id, true).result()).isEqualTo(Answer.Result.STORED);
  }

  @Test
  void refusesTheVoteOfAStranger() {
    String id = ask(ALICE, "create registry payments --type basic");
    assertThat(vote(ERIN, id, true).text())
        .isEqualTo("You are not an approver of this request; @U0BOB or @U0CAROL can vote on it.");
    assertThat(vote(new Requester("T0OTHER", "U0BOB", "C1"), id, true))
        .isEqualTo(Answer.refused(NO_SUCH_REQUEST));
    assertThat(stored(id).votes()).isEmpty();
  }

  @Test
  void refusesAVoteOnOtherParametersThanTheStoredOnes() {
    String id = ask(ALICE, "create registry payments --type basic");
    Answer answer = requests.vote(BOB, id, "another hash", true, Optional.empty());
    assertThat(answer.result()).isEqualTo(Answer.Result.REFUSED);
    assertThat(stored(id).votes()).isEmpty();
  }

  @Test
  void takesOneDenialAsTheEnd() {
    String id = ask(ALICE, "create registry payments --type premium");
    assertThat(say(CAROL, "deny " + id + " too expensive").text())
        .isEqualTo("Your vote is counted. Denied by @U0CAROL: too expensive");
    assertThat(stored(id).state()).isEqualTo(State.REJECTED);
    assertThat(say(BOB, "approve " + id).result()).isEqualTo(Answer.Result.REFUSED);
    assertThat(say(ALICE, "show " + id).text())
        .contains("Approval: Denied by @U0CAROL: too expensive");
  }

  @Test
  void countsNoVoteAfterTheTimeIsOver() {
    String id = ask(ALICE, "create registry payments --type basic");
    room.clock.advance(Duration.ofHours(25));
    assertThat(vote(BOB, id, true).result()).isEqualTo(Answer.Result.REFUSED);
    assertThat(stored(id).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void letsOnlyTheRequesterCancelAndOnlyInTime() {
    String id = ask(ALICE, "create registry payments --type basic");
    assertThat(say(BOB, "cancel " + id).text())
        .isEqualTo("Only @U0ALICE can cancel this request; you can deny it.");
    assertThat(say(AMIR, "cancel " + id)).isEqualTo(Answer.refused(NO_SUCH_REQUEST));
    assertThat(say(ALICE, "cancel " + id))
        .isEqualTo(Answer.stored("Request " + id + " is cancelled; nothing will be created.", id));
    assertThat(stored(id).state()).isEqualTo(State.CANCELLED);
    assertThat(say(ALICE, "cancel " + id).text())
        .isEqualTo("Too late: request " + id + " is cancelled.");
  }

  @Test
  void saysThatARequestFailedBeforeAnybodyApprovedIt() {
    String id = ask(ALICE, "create registry payments --type basic");
    Look nothing = Look.nothing(room.clock.instant(), Duration.ofMinutes(15));
    room.ledger()
        .work()
        .failed(new PartId(id, 1), 0, Optional.empty(), "Not there.", nothing, List.of());
    assertThat(vote(BOB, id, true).text())
        .isEqualTo("Request " + id + " failed before it was approved; nothing was created.");
    assertThat(say(ALICE, "show " + id).text()).doesNotContain("can approve");
  }

  @Test
  void namesNobodyWhoCanApproveWhatIsNoLongerPending() {
    String cancelled = ask(ALICE, "create registry payments --type basic");
    say(ALICE, "cancel " + cancelled);
    String expired = ask(ALICE, "create registry orders --type basic");
    room.clock.advance(Duration.ofHours(25));
    vote(BOB, expired, true);
    for (String id : List.of(cancelled, expired)) {
      assertThat(say(ALICE, "show " + id).text())
          .contains("Policy: rule 2 (kind registry)")
          .doesNotContain("Approval:", "can approve");
    }
  }

  @Test
  void letsApproversOfEveryWorkspaceVoteOnWhatAProgramAsksFor() {
    String id = ask(CI, "create registry payments --type basic");
    assertThat(stored(id).requester()).isEqualTo("webhook:ci");
    assertThat(vote(BOB, id, true).result()).isEqualTo(Answer.Result.STORED);
    assertThat(say(ALICE, "show " + id)).isEqualTo(Answer.refused(NO_SUCH_REQUEST));
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
    assertThat(say(ALICE, "").result()).isEqualTo(Answer.Result.USAGE);
    assertThat(say(ALICE, "help code").text()).startsWith("/tcr create code [options]");
    assertNothingStored();
  }

  /** Every way in which the tokenizer reads the word "approve". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "approve %s",
        "\"approve\" %s",
        "'approve' %s",
        "\u201capprove\u201d %s",
        "a\"ppr\"ove %s",
        "\\approve %s",
        "/tcr approve %s",
        "/tcr /tcr approve %s",
        "APPROVE %s",
        "\u00a0approve\u00a0%s",
        "app\u200brove %s",
        "\u200bapprove %s",
        "approve '%s'"
      })
  void asksForTheStandingOfWhoeverVotesHoweverTheyWriteIt(String spelling) {
    String id = ask(ALICE, "create registry payments --type basic");
    for (Standing standing : Standing.values()) {
      standings.put("U0BOB", standing);
      if (standing != Standing.MEMBER) {
        Answer answer = say(BOB, spelling.formatted(id));
        assertThat(answer.result()).as(standing + answer.text()).isEqualTo(Answer.Result.REFUSED);
        assertThat(stored(id).votes()).as(standing.name()).isEmpty();
      }
    }
    standings.put("U0BOB", Standing.MEMBER);
    assertThat(say(BOB, spelling.formatted(id)).text())
        .isEqualTo("Your vote is counted. Approved by @U0BOB.");
  }

  @Test
  void auditsEveryDecisionThatItRefuses() {
    String id = ask(BOB, "create registry payments --type basic");
    vote(BOB, id, true);
    standings.put("U0CAROL", Standing.GUEST);
    say(CAROL, "deny " + id + " no");
    assertThat(room.ledger().audit(id))
        .filteredOn(row -> row.event().equals("refused"))
        .extracting(row -> row.actor() + " " + row.detail())
        .containsExactly(
            "U0BOB {\"what\":\"approve\",\"why\":\"Nobody approves or denies their own request;"
                + " @U0CAROL can.\"}",
            "U0CAROL {\"what\":\"deny\",\"why\":\"Guests and apps cannot approve or deny"
                + " requests; ask a full member of the workspace.\"}");
  }
}
