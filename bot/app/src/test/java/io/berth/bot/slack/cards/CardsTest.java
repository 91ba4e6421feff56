// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.slack.inbound.Slackish;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {
  private final Cards cards = new Cards(new Buttons(List.of(Slackish.SECRET)));

  @Test
  void asksForApprovalWithEverythingThatWillRun() {
    Golden.assertFrozen(
        "card-pending.json", cards.card(SampleRequests.registry(State.PENDING_APPROVAL)));
  }

  @Test
  void asksForACodeAndSaysThatItWorksFromAnywhere() {
    Golden.assertFrozen("card-code.json", cards.card(SampleRequests.code(State.PENDING_APPROVAL)));
  }

  @Test
  void showsWhoApprovedAndTheIdWithItsProgress() {
    Request done =
        SampleRequests.created(
            SampleRequests.registry(State.APPROVED, SampleRequests.BOB_APPROVES),
            "tcr-1a2b3c4d",
            "Running");
    Golden.assertFrozen("card-created.json", cards.card(done));
  }

  @Test
  void showsWhoDeniedAndWhyWithoutItsMarkup() {
    Golden.assertFrozen(
        "card-denied.json",
        cards.card(SampleRequests.registry(State.REJECTED, SampleRequests.BOB_DENIES)));
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void hasButtonsOnlyWhileItWaits(State state) {
    String blocks = Json.write(cards.card(SampleRequests.registry(state)).blocks());
    assertThat(blocks.contains("\"actions\"")).isEqualTo(state == State.PENDING_APPROVAL);
    assertThat(blocks).contains("RegistryName\\npayments", SampleRequests.ID);
  }

  @Test
  void saysWhatFailed() {
    Request failed =
        SampleRequests.failed(
            SampleRequests.registry(State.EXECUTING, SampleRequests.BOB_APPROVES),
            State.FAILED,
            "The name 'payments' is taken (InvalidParameter.ErrorNameExists); choose another.");
    assertThat(Json.write(cards.card(failed).blocks()))
        .contains("Failed; nothing of it is left", "ErrorNameExists); choose another.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<@U0CAROL>",
        "<https://evil|Approve>",
        "```x```",
        "*bold* _it_",
        "\u202Eevorppa",
        "a\u200Bb",
        "a\nINFO approved"
      })
  void keepsWhatPeopleTypedOutOfMarkup(String reason) {
    Message card = cards.card(SampleRequests.registry(State.PENDING_APPROVAL, Optional.of(reason)));
    card.blocks().stream()
        .filter(block -> Json.write(block).contains("Reason"))
        .forEach(
            block -> assertThat(Json.write(block)).contains("plain_text").doesNotContain("mrkdwn"));
    assertThat(Json.write(card.blocks())).doesNotContain("\u202E", "\u200B");
    card.blocks().stream()
        .map(Json::write)
        .filter(block -> block.contains("\"mrkdwn\""))
        .forEach(block -> assertThat(block).doesNotContain("evil", "!channel", "bold", "INFO"));
  }

  @Test
  void cutsAReasonOfFourThousandCharactersToWhatSlackTakes() {
    Message card =
        cards.card(SampleRequests.registry(State.PENDING_APPROVAL, Optional.of("x".repeat(4000))));
    assertThat(Json.write(card.blocks()))
        .contains("x".repeat(2990) + "…")
        .doesNotContain("x".repeat(3000));
  }
}
