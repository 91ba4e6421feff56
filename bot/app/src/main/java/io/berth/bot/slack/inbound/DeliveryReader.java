// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.http.HttpRequest;
import io.berth.bot.slack.cards.Cards;
import io.berth.bot.slack.cards.Modals;
import io.berth.bot.slack.cards.Notes;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a verified body strictly, before Bolt reads it leniently: the kind of delivery, who sent
 * it, and that every part is there that the handlers rely on (Slack, "Handling user interaction"
 * and "Slash commands").
 */
final class DeliveryReader {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Json.Limits LIMITS = new Json.Limits(32, 64 * 1024, 128, 20);
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
  private static final Pattern TEAM = Pattern.compile("[TE][A-Z0-9]{1,30}");
  private static final int LONGEST_VALUE = 2000;
  private static final Set<String> VOTES = Set.of(Cards.APPROVE, Cards.DENY);

  private DeliveryReader() {}

  static Reading read(HttpRequest call) {
    if (!call.header("content-encoding").isEmpty()) {
      return new Reading.Unreadable(415, "Compressed bodies are not accepted.");
    }
    return switch (call.mediaType()) {
      case "application/json" -> event(call.body());
      case FORM -> form(call.body());
      default -> new Reading.Unreadable(415, "Send " + FORM + ".");
    };
  }

  private static Reading event(byte[] body) {
    try {
      Map<String, Object> event = Json.readObject(body, LIMITS);
      return switch (text(event, "type")) {
        case "url_verification" ->
            new Reading.Understood(new Delivery(Delivery.Interaction.EVENT, "", "", ""));
        case "event_callback" ->
            team(
                text(event, "team_id"),
                team ->
                    new Reading.Understood(
                        new Delivery(Delivery.Interaction.EVENT, team, team, "")));
        default ->
            new Reading.Unreadable(415, "Commands and interactions are sent as " + FORM + ".");
      };
    } catch (MalformedJson e) {
      return new Reading.Unreadable(400, e.getMessage());
    }
  }

  private static Reading form(byte[] body) {
    Optional<Map<String, String>> form = FormBody.read(body);
    if (form.isEmpty()) {
      return new Reading.Unreadable(
          400, "The form cannot be read: it needs UTF-8, whole %-escapes, and each field once.");
    }
    Map<String, String> fields = form.get();
    if (fields.containsKey("command") && fields.containsKey("payload")) {
      return new Reading.Unreadable(400, "Send command or payload, not both.");
    }
    if (fields.containsKey("command")) {
      return command(fields);
    }
    if (fields.containsKey("payload")) {
      return payload(fields.get("payload"));
    }
    return fields.containsKey("ssl_check")
        ? new Reading.Ignored("ssl_check")
        : new Reading.Unreadable(400, "payload missing.");
  }

  private static Reading command(Map<String, String> fields) {
    String user = fields.getOrDefault("user_id", "");
    if (!USER.matcher(user).matches()) {
      return new Reading.Unreadable(400, "user_id missing or not a user id.");
    }
    return team(
        fields.getOrDefault("team_id", ""),
        team ->
            new Reading.Understood(new Delivery(Delivery.Interaction.COMMAND, team, team, user)));
  }

  private static Reading payload(String json) {
    try {
      Map<String, Object> payload = Json.readObject(json.getBytes(UTF_8), LIMITS);
      return switch (text(payload, "type")) {
        case "block_actions" -> clicks(payload);
        case "view_submission" -> submission(payload);
        case "view_closed" -> new Reading.Ignored("view_closed");
        default -> new Reading.Ignored("unknown_interaction");
      };
    } catch (MalformedJson e) {
      return new Reading.Unreadable(400, "payload: " + e.getMessage());
    }
  }

  private static Reading clicks(Map<String, Object> payload) {
    List<?> actions = payload.get("actions") instanceof List<?> list ? list : List.of();
    if (actions.isEmpty() || !(actions.get(0) instanceof Map<?, ?> action)) {
      return new Reading.Ignored("no_action");
    }
    if (action.get("value") instanceof String value && value.length() > LONGEST_VALUE) {
      return new Reading.Unreadable(
          400, "A button's value is longer than " + LONGEST_VALUE + " characters.");
    }
    String id = text(action, "action_id");
    return VOTES.contains(id) || Notes.isReveal(id)
        ? interaction(payload, Delivery.Interaction.CLICK)
        : new Reading.Ignored("unknown_action");
  }

  private static Reading submission(Map<String, Object> payload) {
    boolean ours = Modals.DENY_FORM.equals(text(object(payload, "view"), "callback_id"));
    return ours
        ? interaction(payload, Delivery.Interaction.FORM)
        : new Reading.Ignored("unknown_form");
  }

  private static Reading interaction(Map<String, Object> payload, Delivery.Interaction kind) {
    Map<?, ?> person = object(payload, "user");
    String user = text(person, "id");
    if (!USER.matcher(user).matches()) {
      return new Reading.Unreadable(400, "user.id missing or not a user id.");
    }
    return team(
        text(object(payload, "team"), "id"),
        team -> {
          String home = text(person, "team_id");
          return new Reading.Understood(
              new Delivery(kind, team, home.isEmpty() ? team : home, user));
        });
  }

  private static Reading team(String team, java.util.function.Function<String, Reading> known) {
    return TEAM.matcher(team).matches()
        ? known.apply(team)
        : new Reading.Unreadable(400, "The team id is missing or not one.");
  }

  private static Map<?, ?> object(Map<?, ?> from, String name) {
    return from.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> from, String name) {
    return from.get(name) instanceof String text ? text : "";
  }
}
