// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.text.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people do in Slack, through the stand-in's scripted interface. */
final class Chat {
  private static final Pattern REQUEST_ID = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{26}\\b");

  private final URI console;

  Chat(URI console) {
    this.console = console;
  }

  /** Types a command in #requests; what the person then sees, as JSON text. */
  String type(String user, String command) {
    return Json.write(send(user, command));
  }

  private Map<String, Object> send(String user, String command) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("user", user);
    body.put("channel", "#requests");
    body.put("command", "/tcr");
    body.put("text", command);
    return Http.send("POST", console.resolve("/local/command"), body);
  }

  /**
   * Types a command that is stored; the request's id. News of another request may be seen in the
   * same moment, so only what is shown to this person alone counts.
   */
  String ask(String user, String command) {
    Map<String, Object> answer = send(user, command);
    return Http.objects(answer.get("saw")).stream()
        .filter(message -> Boolean.TRUE.equals(message.get("ephemeral")))
        .flatMap(message -> find(REQUEST_ID, Json.write(message)).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no request id in " + Json.write(answer)));
  }

  List<Map<String, Object>> messages(String user, String channel) {
    URI uri =
        console.resolve(
            "/local/messages?user="
                + user
                + "&channel="
                + channel.replace("#", "%23").replace("@", "%40"));
    return Http.objects(Http.get(uri).get("messages"));
  }

  /** Everything that {@code user} can see anywhere, as JSON text. */
  String everythingSeenBy(String user) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("messages", Http.get(console.resolve("/local/messages?user=" + user)).get("messages"));
    all.put("views", Http.get(console.resolve("/local/views?user=" + user)).get("views"));
    return Json.write(all);
  }

  /** Waits for a message in {@code channel} that has all of {@code texts} in it. */
  Map<String, Object> awaitMessage(String user, String channel, String... texts) {
    return Http.await(
        String.join(", ", texts) + " in " + channel + " of " + user,
        () -> messages(user, channel).stream().filter(m -> hasAll(m, texts)).findFirst());
  }

  private static boolean hasAll(Map<String, Object> message, String... texts) {
    String json = Json.write(message);
    return List.of(texts).stream().allMatch(json::contains);
  }

  /** Clicks a button of a message; what the person then sees, as JSON text. */
  String click(String user, String channel, Map<String, Object> message, String actionId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("user", user);
    body.put("channel", channel);
    body.put("ts", message.get("ts"));
    body.put("action_id", actionId);
    return Json.write(Http.send("POST", console.resolve("/local/action"), body));
  }

  /** Bob, or somebody else, approves; what he then sees. */
  String approve(String user, String requestId) {
    return click(user, "#approvals", card(user, requestId), "approve");
  }

  /** The card of a request, while it has buttons. */
  Map<String, Object> card(String user, String requestId) {
    return awaitMessage(user, "#approvals", requestId, "\"approve\"");
  }

  /** The forms that are open at {@code user}. */
  List<Map<String, Object>> views(String user) {
    return Http.objects(Http.get(console.resolve("/local/views?user=" + user)).get("views"));
  }

  Optional<String> find(String pattern, String text) {
    return find(Pattern.compile(pattern), text);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
