// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final String VALUE = "0123456789abcdef".repeat(4);

  private final Notes notes = new Notes(new Buttons(List.of(Slackish.SECRET)));

  @Test
  void saysWhoMustApproveAndUntilWhen() {
    assertThat(text(Requests.registry(State.PENDING_APPROVAL)))
        .isEqualTo(
            "Your request for registry payments waits for 1 approval from <@U0BOB>, <@U0CAROL>,"
                + " until 2026-11-22 12:00 UTC.");
  }

  @Test
  void saysWhoApproved() {
    assertThat(text(Requests.registry(State.APPROVED, Requests.BOB_APPROVES)))
        .isEqualTo(
            "Your request for registry payments is approved by <@U0BOB>; it is being created.");
  }

  @Test
  void givesTheIdOfARegistryAndWhenItCanBeUsed() {
    Request asked = Requests.registry(State.APPROVED, Requests.BOB_APPROVES);
    assertThat(text(Requests.created(asked, "tcr-1a2b3c4d", "Pending")))
        .isEqualTo("Your registry payments is created: `tcr-1a2b3c4d`, Pending.");
    assertThat(text(Requests.created(asked, "tcr-1a2b3c4d", "Running")))
        .isEqualTo("Your registry payments is created: `tcr-1a2b3c4d`, Running: push your images.");
  }

  @Test
  void givesTheReasonOfADenialAsPlainText() {
    Golden.assertFrozen(
        "note-denied.json", notes.note(Requests.registry(State.REJECTED, Requests.BOB_DENIES)));
  }

  @Test
  void offersToRevealACodeThatWaits() {
    Golden.assertFrozen(
        "note-code-ready.json",
        notes.note(
            Requests.codeReady(
                Requests.code(State.APPROVED, Requests.BOB_APPROVES), "1a2b3c4d-code")));
  }

  @Test
  void offersNothingOnceTheCodeWasShown() {
    Message shown = notes.note(Requests.revealed(Requests.code(State.APPROVED), "1a2b3c4d-code"));
    assertThat(Json.write(shown.blocks())).doesNotContain("actions", "button");
    assertThat(shown.text()).contains("was shown to you, 2026-11-21 12:10 UTC");
  }

  @Test
  void saysWhatFailedAndWhatIsUnsettled() {
    Request asked = Requests.code(State.EXECUTING);
    Message failed = notes.note(Requests.failed(asked, State.FAILED, "Quota <b>reached</b>."));
    assertThat(failed.text()).isEqualTo("Your register code \"webserver\" was not created.");
    assertThat(Json.write(failed.blocks()))
        .contains("\"plain_text\",\"text\":\"Quota <b>reached</b>.\"");
    assertThat(text(Requests.failed(asked, State.NEEDS_OPERATOR, "why")))
        .contains("unsettled: a platform engineer must look at it");
  }

  @Test
  void saysThatNobodyDecidedAndWhatToDo() {
    assertThat(text(Requests.registry(State.EXPIRED)))
        .contains("in time. Ask again if you still need it.");
    assertThat(text(Requests.registry(State.CANCELLED))).contains("is cancelled");
  }

  @Test
  void showsTheValueWithTheLinesToPasteAndNowhereElse() {
    Request ready = Requests.codeReady(Requests.code(State.APPROVED), "1a2b3c4d-code");
    Golden.assertFrozen("modal-code.json", Forms.code(ready, Secret.of(VALUE)));
    assertThat(Json.write(notes.note(ready).blocks())).doesNotContain(VALUE);
  }

  @Test
  void asksForTheReasonInAFormThatSlackTakes() {
    Golden.assertFrozen(
        "modal-deny.json", Forms.deny(Requests.registry(State.PENDING_APPROVAL), "opaque"));
  }

  private String text(Request request) {
    return notes.note(request).text();
  }
}
