// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.http.Metrics;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.request.Answer;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.Buttons;
import io.berth.bot.slack.cards.Cards;
import io.berth.bot.slack.outbound.Sent;
import io.berth.bot.voice.MessagePhrase;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Buttons. A click is authorised by who clicked and by the request in the ledger; the button's
 * content only says which request is meant, and must fit it and the place where it was posted.
 */
final class Clicks {
  private final Ledger ledger;
  private final Buttons buttons;
  private final Places places;
  private final Requests requests;
  private final DenyForm denyForm;
  private final Reveal reveal;
  private final AfterAck afterAck;
  private final Metrics metrics;

  Clicks(
      Ledger ledger,
      Buttons buttons,
      Places places,
      Requests requests,
      DenyForm denyForm,
      Reveal reveal,
      AfterAck afterAck,
      Metrics metrics) {
    this.ledger = ledger;
    this.buttons = buttons;
    this.places = places;
    this.requests = requests;
    this.denyForm = denyForm;
    this.reveal = reveal;
    this.afterAck = afterAck;
    this.metrics = metrics;
  }

  /** The vote is in the ledger before the click is acknowledged. */
  Response approve(BlockActionRequest request, ActionContext context) {
    return onTarget(request, places::isCard, this::vote);
  }

  /** Opens the form that asks for the reason; the vote comes with the form. */
  Response deny(BlockActionRequest request, ActionContext context) {
    return onTarget(request, places::isCard, this::askReason);
  }

  /** Shows a secret to the person who asked for it, once. */
  Response reveal(BlockActionRequest request, ActionContext context) {
    return onTarget(request, places::isDirect, this::show);
  }

  private Response onTarget(
      BlockActionRequest request,
      BiPredicate<Click, Request> place,
      BiConsumer<Click, Request> act) {
    Click click = Click.of(request.getPayload());
    Optional<Request> asked =
        buttons
            .open(click.action(), click.value())
            .flatMap(target -> ledger.find(target.requestId()).filter(target::fits));
    if (asked.isEmpty()) {
      strange(click, "altered_button", MessagePhrase.BUTTON_DOES_NOT_FIT);
    } else if (!place.test(click, asked.get())) {
      strange(click, "copied_message", MessagePhrase.COPY_OF_THE_MESSAGE);
    } else {
      act.accept(click, asked.get());
    }
    return Response.ok();
  }

  private void strange(Click click, String word, MessagePhrase told) {
    metrics.strangeInteraction(word);
    afterAck.tell(click, told.text());
  }

  private void vote(Click click, Request asked) {
    Answer answer =
        requests.vote(click.requester(), asked.id(), asked.sha256(), true, Optional.empty());
    metrics.answered("slack", answer.result().name().toLowerCase(Locale.ROOT));
    afterAck.tell(click, answer.text());
    if (answer.result() == Answer.Result.REFUSED) {
      afterAck.later(() -> refresh(click, asked.id()));
    }
  }

  /** The card in front of the person may be out of date. */
  private void refresh(Click click, String requestId) {
    ledger.find(requestId).ifPresent(now -> afterAck.update(click, new Cards(buttons).card(now)));
  }

  private void askReason(Click click, Request asked) {
    afterAck.later(
        () -> {
          Sent sent = afterAck.open(click, denyForm.view(asked, click.user()));
          if (!sent.isDone()) {
            afterAck.tell(click, MessagePhrase.FORM_DID_NOT_OPEN.text("why", sent.word()));
          }
        });
  }

  private void show(Click click, Request asked) {
    afterAck.later(
        () -> reveal.show(asked, click).ifPresent(sentence -> afterAck.tell(click, sentence)));
  }
}
