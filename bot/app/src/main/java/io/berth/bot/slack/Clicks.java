// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.desk.Answer;
import io.berth.bot.desk.Asker;
import io.berth.bot.http.Metrics;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
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
  private final Ballot ballot;
  private final DenyForm denyForm;
  private final Reveal reveal;
  private final Aside aside;
  private final Metrics metrics;

  Clicks(
      Ledger ledger,
      Buttons buttons,
      Places places,
      Ballot ballot,
      DenyForm denyForm,
      Reveal reveal,
      Aside aside,
      Metrics metrics) {
    this.ledger = ledger;
    this.buttons = buttons;
    this.places = places;
    this.ballot = ballot;
    this.denyForm = denyForm;
    this.reveal = reveal;
    this.aside = aside;
    this.metrics = metrics;
  }

  /** The vote is in the ledger before the click is acknowledged. */
  Response approve(BlockActionRequest request, ActionContext context) {
    return onTarget(request, Cards.APPROVE, places::isCard, this::vote);
  }

  /** Opens the form that asks for the reason; the vote comes with the form. */
  Response deny(BlockActionRequest request, ActionContext context) {
    return onTarget(request, Cards.DENY, places::isCard, this::askReason);
  }

  /** Shows a register code's value to the person who asked for it, once. */
  Response reveal(BlockActionRequest request, ActionContext context) {
    return onTarget(request, Notes.REVEAL, places::isDirect, this::show);
  }

  private Response onTarget(
      BlockActionRequest request,
      String use,
      BiPredicate<Click, Request> place,
      BiConsumer<Click, Request> act) {
    Click click = Click.of(request.getPayload());
    Optional<Request> asked =
        buttons
            .open(use, click.value())
            .flatMap(target -> ledger.find(target.requestId()).filter(target::fits));
    if (asked.isEmpty()) {
      metrics.strangeInteraction("altered_button");
      aside.tell(
          click,
          "This button does not fit this request, so nothing was done; use the newest card.");
    } else if (!place.test(click, asked.get())) {
      metrics.strangeInteraction("copied_message");
      aside.tell(
          click, "This is a copy of the message, so nothing was done; open the original one.");
    } else {
      act.accept(click, asked.get());
    }
    return Response.ok();
  }

  private void vote(Click click, Request asked) {
    Asker voter = new Asker(click.workspace(), click.user(), click.channel());
    Buttons.Target target = new Buttons.Target(asked.id(), asked.parametersSha256());
    Answer answer = ballot.cast(voter, target, true, Optional.empty());
    aside.tell(click, answer.text());
    if (answer.kind() == Answer.Kind.REFUSED) {
      aside.later(() -> refresh(click, asked.id()));
    }
  }

  /** The card in front of the person may be out of date. */
  private void refresh(Click click, String requestId) {
    ledger.find(requestId).ifPresent(now -> aside.update(click, new Cards(buttons).card(now)));
  }

  private void askReason(Click click, Request asked) {
    aside.later(
        () -> {
          Sent sent = aside.open(click, denyForm.view(asked, click.user()));
          if (!(sent instanceof Sent.Done)) {
            aside.tell(
                click, "The form could not be opened (" + sent.word() + "); press Deny again.");
          }
        });
  }

  private void show(Click click, Request asked) {
    aside.later(
        () ->
            reveal
                .show(asked, click.user(), click.trigger())
                .ifPresent(sentence -> aside.tell(click, sentence)));
  }
}
