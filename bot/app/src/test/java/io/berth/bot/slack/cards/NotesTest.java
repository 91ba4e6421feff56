// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.slack.inbound.Slackish;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final String VALUE = "0123456789abcdef".repeat(4);

  private final Notes notes = new Notes(new Buttons(List.of(Slackish.SECRET)));

  @Test
  void saysWhoMustApproveAndUntilWhen() {
    assertThat(text(SampleRequests.registry(State.PENDING_APPROVAL)))
        .isEqualTo(
            "Your request for registry payments waits for 1 approval from <@U0BOB>, <@U0CAROL>,"
                + " until 2026-11-22 12:00 UTC.");
  }

  @Test
  void saysWhoApproved() {
    assertThat(text(SampleRequests.registry(State.APPROVED, SampleRequests.BOB_APPROVES)))
        .isEqualTo(
            "Your request for registry payments is approved by <@U0BOB>; it is being created.");
  }

  @Test
  void givesTheIdOfARegistryAndWhenItCanBeUsed() {
    Request asked = SampleRequests.registry(State.APPROVED, SampleRequests.BOB_APPROVES);
    assertThat(text(SampleRequests.created(asked, "tcr-1a2b3c4d", "Pending")))
        .isEqualTo("Your registry payments is created: `tcr-1a2b3c4d`, Pending.");
    assertThat(text(SampleRequests.created(asked, "tcr-1a2b3c4d", "Running")))
        .isEqualTo("Your registry payments is created: `tcr-1a2b3c4d`, Running: push your images.");
  }

  @Test
  void saysOfEachPartOfAnApprovedRequestWhereItStands() {
    Request request =
        SampleRequests.request(
            State.EXECUTING,
            Optional.empty(),
            List.of(SampleRequests.BOB_APPROVES),
            SampleRequests.part(1, SampleRequests.codeSpec(), PartState.FAILED),
            SampleRequests.part(2, SampleRequests.codeSpec(), PartState.WAITING),
            SampleRequests.part(3, SampleRequests.codeSpec(), PartState.READY),
            SampleRequests.part(4, SampleRequests.codeSpec(), PartState.EXECUTING));
    assertThat(Json.write(notes.note(request).blocks()))
        .contains(
            "Your register code \\\"webserver\\\" waits for another part.",
            "Your register code \\\"webserver\\\" starts in a moment.",
            "Your register code \\\"webserver\\\" is being created.")
        .doesNotContain("needs no approval");
  }

  @Test
  void givesTheReasonOfADenialAsPlainText() {
    Golden.assertFrozen(
        "note-denied.json",
        notes.note(SampleRequests.registry(State.REJECTED, SampleRequests.BOB_DENIES)));
  }

  @Test
  void offersToRevealACodeThatWaits() {
    Golden.assertFrozen(
        "note-code-ready.json",
        notes.note(
            SampleRequests.codeReady(
                SampleRequests.code(State.APPROVED, SampleRequests.BOB_APPROVES),
                "1a2b3c4d-code")));
  }

  @Test
  void offersNothingOnceTheCodeWasShown() {
    Message shown =
        notes.note(SampleRequests.revealed(SampleRequests.code(State.APPROVED), "1a2b3c4d-code"));
    assertThat(Json.write(shown.blocks())).doesNotContain("actions", "button");
    assertThat(shown.text()).contains("was shown to you, 2026-11-21 12:10 UTC");
  }

  @Test
  void saysWhatFailedAndWhatIsUnsettled() {
    Request asked = SampleRequests.code(State.EXECUTING);
    Message failed =
        notes.note(SampleRequests.failed(asked, State.FAILED, "Quota <b>reached</b>."));
    assertThat(failed.text()).isEqualTo("Your register code \"webserver\" was not created.");
    assertThat(Json.write(failed.blocks()))
        .contains("\"plain_text\",\"text\":\"Quota <b>reached</b>.\"");
    assertThat(text(SampleRequests.failed(asked, State.NEEDS_OPERATOR, "why")))
        .contains("unsettled: a platform engineer must look at it");
  }

  @Test
  void saysThatNobodyDecidedAndWhatToDo() {
    assertThat(text(SampleRequests.registry(State.EXPIRED)))
        .contains("in time. Ask again if you still need it.");
    assertThat(text(SampleRequests.registry(State.CANCELLED))).contains("is cancelled");
  }

  @Test
  void showsTheValueWithTheLinesToPasteAndNowhereElse() {
    Request ready = SampleRequests.codeReady(SampleRequests.code(State.APPROVED), "1a2b3c4d-code");
    Golden.assertFrozen("modal-code.json", secret(ready));
    assertThat(Json.write(notes.note(ready).blocks())).doesNotContain(VALUE);
  }

  @Test
  void asksForTheReasonInAFormThatSlackTakes() {
    Golden.assertFrozen(
        "modal-deny.json", Modals.deny(SampleRequests.registry(State.PENDING_APPROVAL), "opaque"));
  }

  private static Map<String, Object> secret(Request ready) {
    Part part = ready.parts().get(0);
    return Modals.secret(part, part.kind().handover().orElseThrow(), Secret.of(VALUE));
  }

  private String text(Request request) {
    return notes.note(request).text();
  }
}
