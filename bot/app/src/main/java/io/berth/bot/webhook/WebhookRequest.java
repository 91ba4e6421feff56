// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.voice.WebhookPhrase;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.Note;
import io.berth.contract.Violation;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.contract.text.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of a POST, understood: {@code {"function":"tcr-create-instance","parameters":{…},
 * "team":"…","reason":"…"}}, where parameters are the API's own plus {@code Region}.
 */
sealed interface WebhookRequest {
  /** Something that can be asked for. */
  record Good(Proposal proposal) implements WebhookRequest {
    @Override
    public <R> R fold(Function<Good, R> good, Function<Bad, R> bad) {
      return good.apply(this);
    }
  }

  /** Something that cannot, with the error code and one sentence per rule that it breaks. */
  record Bad(String code, String message) implements WebhookRequest {
    @Override
    public <R> R fold(Function<Good, R> good, Function<Bad, R> bad) {
      return bad.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<Good, R> good, Function<Bad, R> bad);

  List<String> FIELDS = List.of("function", "parameters", "team", "reason");
  int MOST_TEXT = 500;

  static WebhookRequest read(byte[] body) {
    try {
      return read(Json.readObject(body));
    } catch (MalformedJson e) {
      return new Bad("InvalidBody", e.getMessage());
    }
  }

  private static WebhookRequest read(Map<String, Object> json) {
    Optional<String> stranger = json.keySet().stream().filter(k -> !FIELDS.contains(k)).findFirst();
    if (stranger.isPresent()) {
      return new Bad("UnknownParameter", unknown(stranger.get()));
    }
    Optional<Bad> badText = badText(json, "team").or(() -> badText(json, "reason"));
    if (badText.isPresent()) {
      return badText.get();
    }
    if (!(json.get("parameters") instanceof Map<?, ?> parameters)) {
      return new Bad("MissingParameter", WebhookPhrase.PARAMETERS_MISSING.text());
    }
    return kind(json.get("function"))
        .map(kind -> proposal(Specs.check(kind, texts(parameters)), json))
        .orElseGet(
            () ->
                new Bad(
                    "InvalidParameter",
                    WebhookPhrase.UNKNOWN_FUNCTION.text("functions", functions())));
  }

  private static Map<String, Object> texts(Map<?, ?> parameters) {
    Map<String, Object> texts = new LinkedHashMap<>();
    parameters.forEach((name, value) -> texts.put((String) name, value));
    return texts;
  }

  private static WebhookRequest proposal(Checked<Spec> checked, Map<String, Object> json) {
    return checked.fold(
        valid ->
            new Good(
                new Proposal(
                    List.of(valid.value()),
                    text(json, "team"),
                    text(json, "reason"),
                    notes(valid.notes()))),
        invalid -> bad(invalid.violations()));
  }

  private static List<String> notes(List<Note> notes) {
    return notes.stream().map(Note::sentence).toList();
  }

  private static WebhookRequest bad(List<Violation> violations) {
    return new Bad(
        violations.get(0).code(),
        violations.stream().map(Violation::sentence).collect(Collectors.joining(" ")));
  }

  private static Optional<Kind> kind(@Nullable Object name) {
    return name instanceof String text
        ? FunctionName.of(text).flatMap(Kinds::of)
        : Optional.empty();
  }

  private static String functions() {
    return Kinds.ALL.stream()
        .map(kind -> kind.function().wireName())
        .collect(Collectors.joining(", "));
  }

  private static String unknown(String field) {
    String hint = Suggestion.didYouMean(field, FIELDS);
    return WebhookPhrase.UNKNOWN_FIELD.text(
        "field",
        Echo.of(field),
        "hint",
        hint.isEmpty() ? WebhookPhrase.FIELDS_ARE.text("fields", String.join(", ", FIELDS)) : hint);
  }

  private static Optional<Bad> badText(Map<String, Object> json, String field) {
    Object value = json.get(field);
    boolean good =
        !json.containsKey(field)
            || value instanceof String text && !text.isBlank() && text.length() <= MOST_TEXT;
    return good
        ? Optional.empty()
        : Optional.of(
            new Bad(
                "InvalidParameter", WebhookPhrase.NO_TEXT.text("field", field, "most", MOST_TEXT)));
  }

  private static Optional<String> text(Map<String, Object> json, String field) {
    return Optional.ofNullable((String) json.get(field));
  }
}
