// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Block Kit as plain maps, in the order in which they are written (Slack, Block Kit reference). */
public final class Blocks {
  private static final int FIELDS = 10;

  private Blocks() {}

  /** An object from names and values in turn. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Collections.unmodifiableMap(object);
  }

  public static Map<String, Object> plainText(String text, int max) {
    return object("type", "plain_text", "text", SafeText.plain(text, max), "emoji", false);
  }

  public static Map<String, Object> header(String text) {
    return object("type", "header", "text", plainText(text, 150));
  }

  /** A paragraph in which nothing is markup. */
  public static Map<String, Object> plain(String text) {
    return object("type", "section", "text", plainText(text, 3000));
  }

  /**
   * A paragraph of markup that we wrote; everything else in it must have gone through {@link
   * SafeText}.
   */
  public static Map<String, Object> markup(String mrkdwn) {
    return object(
        "type", "section", "text", object("type", "mrkdwn", "text", mrkdwn, "verbatim", true));
  }

  /** Small print. */
  public static Map<String, Object> context(String text) {
    return object("type", "context", "elements", List.of(plainText(text, 2000)));
  }

  /** As many sections as it takes for these texts, ten in each. */
  public static List<Map<String, Object>> fields(List<String> texts) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += FIELDS) {
      List<String> some = texts.subList(from, Math.min(from + FIELDS, texts.size()));
      sections.add(
          object(
              "type",
              "section",
              "fields",
              some.stream().map(one -> plainText(one, 2000)).toList()));
    }
    return sections;
  }

  public static Map<String, Object> actions(String blockId, List<Map<String, Object>> elements) {
    return object("type", "actions", "block_id", blockId, "elements", elements);
  }

  /** A button; {@code confirm} is what Slack asks before it sends the click. */
  public static Map<String, Object> button(
      String actionId, String text, String value, String style, Map<String, Object> confirm) {
    return object(
        "type", "button",
        "action_id", actionId,
        "text", plainText(text, 75),
        "value", value,
        "style", style,
        "confirm", confirm);
  }

  /** A button that is sent at once. */
  public static Map<String, Object> button(
      String actionId, String text, String value, String style) {
    return object(
        "type", "button",
        "action_id", actionId,
        "text", plainText(text, 75),
        "value", value,
        "style", style);
  }

  public static Map<String, Object> confirm(String title, String text, String yes, String no) {
    return object(
        "title", plainText(title, 100),
        "text", plainText(text, 300),
        "confirm", plainText(yes, 30),
        "deny", plainText(no, 30));
  }
}
