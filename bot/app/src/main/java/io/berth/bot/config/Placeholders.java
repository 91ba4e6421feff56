// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.yaml.YamlMapping;

/** What {@code berth init} leaves for people to replace; nothing of theirs looks like it. */
final class Placeholders {
  private static final String MARK = "REPLACE";

  private Placeholders() {}

  /** Notes a mistake for each value at {@code key} that nobody has replaced. */
  static void refuse(YamlMapping in, String key) {
    in.texts(key).stream()
        .filter(text -> text.value().contains(MARK))
        .forEach(text -> in.refuse(key, "still says %s; put your own".formatted(text.shown())));
  }
}
