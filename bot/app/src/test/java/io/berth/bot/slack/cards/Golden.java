// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Messages frozen as literal JSON, a block a line. */
final class Golden {
  private Golden() {}

  static void assertFrozen(String name, Message message) {
    assertThat("\"" + message.text() + "\"\n" + lines(message.blocks())).isEqualTo(read(name));
  }

  static void assertFrozen(String name, Map<String, Object> view) {
    assertThat(lines(List.of(view))).isEqualTo(read(name));
  }

  private static String lines(List<Map<String, Object>> blocks) {
    StringBuilder lines = new StringBuilder();
    blocks.forEach(block -> lines.append(Json.write(block)).append('\n'));
    return lines.toString();
  }

  private static String read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      return in == null ? "there is no " + name : new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
