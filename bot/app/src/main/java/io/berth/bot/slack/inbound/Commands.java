// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.http.Metrics;
import io.berth.bot.request.Answer;
import io.berth.bot.request.Requester;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.EphemeralReply;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Json;
import java.util.Locale;
import java.util.Objects;

/**
 * A typed command: understood and carried out behind the door, and its answer back in the
 * acknowledgement. One transaction, nothing slow.
 */
final class Commands {
  private final Requests requests;
  private final Metrics metrics;

  Commands(Requests requests, Metrics metrics) {
    this.requests = requests;
    this.metrics = metrics;
  }

  Response handle(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    Requester requester =
        new Requester(payload.getTeamId(), payload.getUserId(), orEmpty(payload.getChannelId()));
    Answer answer = requests.take(requester, orEmpty(payload.getText()), delivery(request));
    metrics.answered("slack", answer.result().name().toLowerCase(Locale.ROOT));
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(Json.write(EphemeralReply.body(answer.text())))
        .build();
  }

  /** Names this delivery: Slack gives each typed command a trigger of its own. */
  private static String delivery(SlashCommandRequest request) {
    SlashCommandPayload payload = request.getPayload();
    String trigger = orEmpty(payload.getTriggerId());
    String unique = trigger.isEmpty() ? request.getRequestBodyAsString() : trigger;
    String whole = payload.getTeamId() + "\n" + payload.getUserId() + "\n" + unique;
    return "slack:" + Digests.sha256Hex(whole.getBytes(UTF_8));
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
