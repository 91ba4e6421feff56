// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.http.HttpRequest;
import io.berth.bot.slack.cards.Blocks;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes what Slack sends: bodies, and signatures by a few lines of our own that share nothing with
 * the verifier.
 */
public final class Slackish {
  public static final Secret SECRET = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  public static final String FORM = "application/x-www-form-urlencoded";

  private Slackish() {}

  public static byte[] form(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  public static byte[] command(String text) {
    return form(
        "token",
        "unused",
        "team_id",
        "T0BERTH",
        "channel_id",
        "C0REQUESTS",
        "user_id",
        "U0ALICE",
        "command",
        "/tcr",
        "text",
        text,
        "response_url",
        "https://hooks.slack.com/commands/1",
        "trigger_id",
        "1.2.abc");
  }

  public static byte[] payload(Object json) {
    return form("payload", json instanceof String text ? text : Json.write(json));
  }

  public static Map<String, Object> click(String actionId, String value) {
    return Blocks.object(
        "type", "block_actions",
        "team", Map.of("id", "T0BERTH"),
        "user", Blocks.object("id", "U0BOB", "team_id", "T0BERTH"),
        "trigger_id", "1.2.def",
        "container",
            Blocks.object("type", "message", "channel_id", "C0APPROVALS", "message_ts", "1.000001"),
        "actions", List.of(Blocks.object("type", "button", "action_id", actionId, "value", value)));
  }

  public static Map<String, Object> denyForm(String metadata) {
    return Blocks.object(
        "type", "view_submission",
        "team", Map.of("id", "T0BERTH"),
        "user", Blocks.object("id", "U0BOB", "team_id", "T0BERTH"),
        "view",
            Blocks.object(
                "id", "V1",
                "type", "modal",
                "callback_id", "deny_reason",
                "private_metadata", metadata,
                "state",
                    Map.of(
                        "values",
                        Map.of(
                            "reason",
                            Map.of(
                                "reason",
                                Blocks.object("type", "plain_text_input", "value", "no"))))));
  }

  public static HttpRequest signed(byte[] body) {
    return signed(body, FORM, NOW.getEpochSecond(), SECRET.reveal());
  }

  public static HttpRequest signed(byte[] body, String contentType, long timestamp, String secret) {
    return call(
        body,
        contentType,
        List.of(Long.toString(timestamp)),
        List.of(signature(body, timestamp, secret)));
  }

  public static HttpRequest call(
      byte[] body, String contentType, List<String> timestamps, List<String> signatures) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Content-Type", List.of(contentType));
    if (!timestamps.isEmpty()) {
      headers.put("X-Slack-Request-Timestamp", timestamps);
    }
    if (!signatures.isEmpty()) {
      headers.put("X-Slack-Signature", signatures);
    }
    return new HttpRequest("POST", "/slack/events", headers, body);
  }

  public static String signature(byte[] body, long timestamp, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
