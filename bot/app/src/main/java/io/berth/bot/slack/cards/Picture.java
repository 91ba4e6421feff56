// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Spec;
import io.berth.bot.voice.MessagePhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of what is asked for as an approver reads them: every one, nothing cut, and no two
 * different parameters look the same. Text stands as it is when it is plain, else in quotes.
 */
final class Picture {
  /** Slack, Block Kit reference: a field of a section has at most 2000 characters. */
  static final int MOST = 2000;

  private static final String PLAIN = "[A-Za-z][A-Za-z0-9._/:@+-]*";

  private Picture() {}

  /** A text for each parameter: its API name, a line feed, its value and what that means. */
  static List<String> of(Spec spec) {
    List<String> texts = new ArrayList<>();
    spec.parameters().json().forEach((name, value) -> texts.addAll(texts(spec, name, value)));
    spec.kind().silences(spec.parameters()).forEach(silence -> texts.add(silence.text()));
    return texts;
  }

  private static List<String> texts(Spec spec, String name, Object value) {
    if (value instanceof Map<?, ?> map && map.get("Tags") instanceof List<?> tags) {
      return tags.stream().map(tag -> name + "\n" + shown(tag)).toList();
    }
    String shown = shown(value);
    String text =
        spec.kind()
            .meaning(name, value)
            .map(m -> MessagePhrase.CARD_THAT_IS.text("value", shown, "meaning", m))
            .orElse(shown);
    return List.of(name + "\n" + text);
  }

  private static String shown(@Nullable Object value) {
    Optional<Reference> reference = Reference.of(value);
    if (reference.isPresent()) {
      return reference.get().fold(Picture::toPart, Picture::toNamed);
    } else if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof List<?> list) {
      return list.stream().map(Picture::shown).collect(Collectors.joining(", "));
    } else if (value instanceof Map<?, ?> map) {
      return map.containsKey("Key") ? tag(map) : object(map);
    }
    return String.valueOf(value);
  }

  private static String toPart(Reference.OfPart part) {
    return MessagePhrase.REFERENCE_TO_PART.text("number", part.number());
  }

  private static String toNamed(Reference.Named named) {
    return MessagePhrase.REFERENCE_TO_NAMED.text("kind", named.kind(), "name", named.name());
  }

  private static String tag(Map<?, ?> tag) {
    return shown(tag.get("Key")) + "=" + shown(tag.get("Value"));
  }

  private static String object(Map<?, ?> object) {
    return object.entrySet().stream()
        .map(e -> e.getKey() + " " + shown(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    boolean word = text.matches(PLAIN) && !text.equals("true") && !text.equals("false");
    return word ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
