// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.berth.bot.desk.Answer;
import io.berth.bot.desk.Asker;
import io.berth.bot.desk.Desk;
import io.berth.bot.http.Metrics;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A typed command: to the desk, and its answer back in the acknowledgement. One transaction,
 * nothing slow.
 */
final class Commands {
  private static final Set<String> DECISIONS = Set.of("approve", "deny");

  private final Desk desk;
  private final Members members;
  private final Metrics metrics;

  Commands(Desk desk, Members members, Metrics metrics) {
    this.desk = desk;
    this.members = members;
    this.metrics = metrics;
  }

  Response handle(SlashCommandRequest request, SlashCommandContext context) {
    SlashCommandPayload payload = request.getPayload();
    String text = payload.getText() == null ? "" : payload.getText();
    String answer = mayNotDecide(payload.getUserId(), text).orElseGet(() -> asked(request, text));
    return Response.builder()
        .statusCode(200)
        .contentType("application/json; charset=utf-8")
        .body(Json.write(Whisper.body(answer)))
        .build();
  }

  private String asked(SlashCommandRequest request, String text) {
    SlashCommandPayload payload = request.getPayload();
    Asker asker =
        new Asker(payload.getTeamId(), payload.getUserId(), orEmpty(payload.getChannelId()));
    Answer answer = desk.take(asker, text, delivery(request));
    metrics.answered("slack", answer.kind().name().toLowerCase(Locale.ROOT));
    return answer.text();
  }

  /**
   * A vote by command needs the same standing as a vote by button; who only asks is not looked up,
   * to stay fast.
   */
  private Optional<String> mayNotDecide(String user, String text) {
    String verb = text.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return DECISIONS.contains(verb) ? members.mayNotDecide(user) : Optional.empty();
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
    return text == null ? "" : text;
  }
}
