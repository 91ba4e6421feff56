// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.http.Metrics;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.request.Answer;
import io.berth.bot.request.Requester;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.Blocks;
import io.berth.bot.slack.cards.Buttons;
import io.berth.bot.slack.cards.Modals;
import io.berth.bot.voice.MessagePhrase;
import io.berth.contract.text.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form that asks an approver why; the vote is cast when it comes back. */
final class DenyForm {
  private final Buttons buttons;
  private final Requests requests;
  private final Metrics metrics;

  DenyForm(Buttons buttons, Requests requests, Metrics metrics) {
    this.buttons = buttons;
    this.requests = requests;
    this.metrics = metrics;
  }

  /** The form for this person and this request, and for no other. */
  Map<String, Object> view(Request asked, String user) {
    return Modals.deny(asked, buttons.value(use(user), asked));
  }

  private static String use(String user) {
    return Modals.DENY_FORM + ":" + user;
  }

  /** The form came back. */
  Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String user = payload.getUser().getId();
    Optional<Buttons.Target> target =
        buttons.open(use(user), payload.getView().getPrivateMetadata());
    if (target.isEmpty()) {
      metrics.strangeInteraction("altered_form");
      return said(MessagePhrase.FORM_DOES_NOT_FIT.text());
    }
    String reason = reason(payload);
    if (reason.isEmpty()) {
      Map<String, Object> errors = Map.of(Modals.REASON, MessagePhrase.DENY_WHY.text());
      return json(Blocks.object("response_action", "errors", "errors", errors));
    }
    return denied(new Requester(payload.getTeam().getId(), user, ""), target.get(), reason);
  }

  private Response denied(Requester voter, Buttons.Target target, String reason) {
    Answer answer =
        requests.vote(voter, target.requestId(), target.sha256(), false, Optional.of(reason));
    metrics.answered("slack", answer.result().name().toLowerCase(Locale.ROOT));
    return answer.result() == Answer.Result.REFUSED
        ? said(answer.text())
        : json(Map.of("response_action", "clear"));
  }

  /** What was typed, stripped; empty when nothing was, or when the form is not as we made it. */
  private static String reason(ViewSubmissionPayload payload) {
    return Optional.ofNullable(payload.getView().getState())
        .map(state -> state.getValues())
        .map(blocks -> blocks.get(Modals.REASON))
        .map(block -> block.get(Modals.REASON))
        .map(input -> input.getValue())
        .map(String::strip)
        .orElse("");
  }

  private static Response said(String plain) {
    Map<String, Object> view = Modals.said(MessagePhrase.NOT_COUNTED.text(), plain);
    return json(Blocks.object("response_action", "update", "view", view));
  }

  private static Response json(Map<String, Object> body) {
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(Json.write(body))
        .build();
  }
}
