// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.State;
import io.berth.bot.slack.inbound.Slackish;
import io.berth.contract.text.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonsTest {
  private final Buttons buttons = new Buttons(List.of(Slackish.SECRET));
  private final String value =
      buttons.value(Cards.APPROVE, SampleRequests.registry(State.PENDING_APPROVAL));

  @Test
  void opensItsOwnValueForTheSameUse() {
    Buttons.Target target = buttons.open(Cards.APPROVE, value).orElseThrow();
    assertThat(target.fits(SampleRequests.registry(State.PENDING_APPROVAL))).isTrue();
  }

  @Test
  void refusesAValueForAnotherUse() {
    assertThat(buttons.open(Cards.DENY, value)).isEmpty();
  }

  @Test
  void refusesAnotherRequestUnderTheOldMac() {
    String swapped = value.replace(SampleRequests.ID, "01JD0000000000000000000ZZZ");
    assertThat(buttons.open(Cards.APPROVE, swapped)).isEmpty();
  }

  @Test
  void doesNotFitARequestWhoseParametersChanged() {
    Buttons.Target target = buttons.open(Cards.APPROVE, value).orElseThrow();
    assertThat(target.fits(SampleRequests.code(State.PENDING_APPROVAL))).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "a.b.c.d", "01JD0000000000000000000001"})
  void refusesWhatWasMadeUp(String madeUp) {
    assertThat(buttons.open(Cards.APPROVE, madeUp)).isEmpty();
  }

  @Test
  void refusesACutValue() {
    for (int length = 0; length < value.length(); length++) {
      assertThat(buttons.open(Cards.APPROVE, value.substring(0, length))).isEmpty();
    }
  }

  @Test
  void acceptsTheOldSecretsButtonsWhileItIsReplaced() {
    Buttons both = new Buttons(List.of(Secret.of("a-new-secret-of-20ch"), Slackish.SECRET));
    assertThat(both.open(Cards.APPROVE, value)).isPresent();
    Buttons other = new Buttons(List.of(Secret.of("a-new-secret-of-20ch")));
    assertThat(other.open(Cards.APPROVE, value)).isEmpty();
  }

  @Test
  void isFarBelowSlacksLimitForValues() {
    assertThat(value).hasSizeLessThan(200);
  }
}
