// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.webhook;

import io.berth.bot.command.Ask;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.Note;
import io.berth.contract.Violation;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.contract.text.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The body of a POST, understood: {@code {"function":"tcr-create-instance","parameters":{…},
 * "team":"…","reason":"…"}}, where parameters are the API's own plus {@code Region}.
 */
sealed interface Asked {

  /** Something that can be asked for. */
  record Good(Ask ask) implements Asked {}

  /** Something that cannot, with the error code and one sentence per rule that it breaks. */
  record Bad(String code, String message) implements Asked {}

  List<String> FIELDS = List.of("function", "parameters", "team", "reason");
  int MOST_TEXT = 500;

  static Asked read(byte[] body) {
    try {
      return read(Json.readObject(body));
    } catch (MalformedJson e) {
      return new Bad("InvalidBody", e.getMessage());
    }
  }

  private static Asked read(Map<String, Object> json) {
    Optional<String> stranger = json.keySet().stream().filter(k -> !FIELDS.contains(k)).findFirst();
    if (stranger.isPresent()) {
      return new Bad("UnknownParameter", unknown(stranger.get()));
    }
    Optional<Bad> badText = badText(json, "team").or(() -> badText(json, "reason"));
    if (badText.isPresent()) {
      return badText.get();
    }
    if (!(json.get("parameters") instanceof Map<?, ?>)) {
      return new Bad(
          "MissingParameter",
          "parameters is missing or not an object; give the API's own fields and Region.");
    }
    return switch (creating(json.get("function")).map(FunctionName::action).orElse("")) {
      case "CreateInstance" -> checked(json, CreateInstance::from);
      case "CreateRegisterCode" -> checked(json, CreateRegisterCode::from);
      default -> new Bad("InvalidParameter", "function must be one of " + functions() + ".");
    };
  }

  private static Asked checked(
      Map<String, Object> json,
      Function<Map<String, Object>, Checked<? extends ApiRequest>> rules) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    ((Map<?, ?>) json.get("parameters")).forEach((k, v) -> parameters.put((String) k, v));
    return fold(rules.apply(parameters), text(json, "team"), text(json, "reason"));
  }

  private static <T extends ApiRequest> Asked fold(
      Checked<T> checked, Optional<String> team, Optional<String> reason) {
    return checked.fold(
        valid -> new Good(new Ask(valid.value(), team, reason, notes(valid.notes()))),
        invalid -> bad(invalid.violations()));
  }

  private static List<String> notes(List<Note> notes) {
    return notes.stream().map(Note::sentence).toList();
  }

  private static Asked bad(List<Violation> violations) {
    return new Bad(
        violations.get(0).code(),
        violations.stream().map(Violation::sentence).collect(Collectors.joining(" ")));
  }

  private static Optional<FunctionName> creating(Object name) {
    return name instanceof String text
        ? FunctionName.of(text).filter(FunctionName::creates)
        : Optional.empty();
  }

  private static String functions() {
    return Arrays.stream(FunctionName.values())
        .filter(FunctionName::creates)
        .map(FunctionName::wireName)
        .collect(Collectors.joining(", "));
  }

  private static String unknown(String field) {
    String hint = Suggestion.didYouMean(field, FIELDS);
    return "The field "
        + Echo.of(field)
        + " is unknown"
        + (hint.isEmpty() ? "; the fields are " + String.join(", ", FIELDS) + "." : hint);
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
                "InvalidParameter",
                field + " must be a text of 1 to " + MOST_TEXT + " characters, or left out."));
  }

  private static Optional<String> text(Map<String, Object> json, String field) {
    return Optional.ofNullable((String) json.get(field));
  }
}
