// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.desk.Answer;
import io.berth.bot.desk.Asker;
import io.berth.bot.http.Metrics;
import io.berth.bot.ledger.Request;
import io.berth.contract.text.Json;
import java.util.Map;
import java.util.Optional;

/** The form that asks an approver why; the vote is cast when it comes back. */
final class DenyForm {
  private final Buttons buttons;
  private final Ballot ballot;
  private final Metrics metrics;

  DenyForm(Buttons buttons, Ballot ballot, Metrics metrics) {
    this.buttons = buttons;
    this.ballot = ballot;
    this.metrics = metrics;
  }

  /** The form for this person and this request, and for no other. */
  Map<String, Object> view(Request asked, String user) {
    return Forms.deny(asked, buttons.value(use(user), asked));
  }

  private static String use(String user) {
    return Forms.DENY_FORM + ":" + user;
  }

  /** The form came back. */
  Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String user = payload.getUser().getId();
    Optional<Buttons.Target> target =
        buttons.open(use(user), payload.getView().getPrivateMetadata());
    if (target.isEmpty()) {
      metrics.strangeInteraction("altered_form");
      return said("This form does not fit any request; press Deny on the card again.");
    }
    String reason = reason(payload);
    if (reason.isEmpty()) {
      Map<String, Object> errors = Map.of(Forms.REASON, "Say why, in a few words.");
      return json(Blocks.object("response_action", "errors", "errors", errors));
    }
    Asker voter = new Asker(payload.getTeam().getId(), user, "");
    Answer answer = ballot.cast(voter, target.get(), false, Optional.of(reason));
    return answer.kind() == Answer.Kind.REFUSED
        ? said(answer.text())
        : json(Map.of("response_action", "clear"));
  }

  /** What was typed, stripped; empty when nothing was, or when the form is not as we made it. */
  private static String reason(ViewSubmissionPayload payload) {
    return Optional.ofNullable(payload.getView().getState())
        .map(state -> state.getValues())
        .map(blocks -> blocks.get(Forms.REASON))
        .map(block -> block.get(Forms.REASON))
        .map(input -> input.getValue())
        .map(String::strip)
        .orElse("");
  }

  private static Response said(String plain) {
    return json(
        Blocks.object("response_action", "update", "view", Forms.said("Not counted", plain)));
  }

  private static Response json(Map<String, Object> body) {
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(Json.write(body))
        .build();
  }
}
