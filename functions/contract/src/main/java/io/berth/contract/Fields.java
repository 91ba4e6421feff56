// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object by name and type and collects every violation on the way, so
 * that one answer names them all.
 */
public final class Fields {
  private final String path;
  private final Map<String, Object> json;
  private final List<Violation> violations;

  private Fields(String path, Map<String, Object> json, List<Violation> violations) {
    this.path = path;
    this.json = json;
    this.violations = violations;
  }

  /** The fields of a whole request; {@code known} names all that it may have. */
  public static Fields of(Map<String, Object> json, Collection<String> known) {
    Fields fields = new Fields("", json, new ArrayList<>());
    fields.refuseUnknown(known);
    return fields;
  }

  private Fields inside(String name, Map<String, Object> object, Collection<String> known) {
    Fields fields = new Fields(path + name + ".", object, violations);
    fields.refuseUnknown(known);
    return fields;
  }

  private void refuseUnknown(Collection<String> known) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        Map<String, String> arguments = new HashMap<>();
        String shown = Echo.of(name);
        arguments.put("shown", path + shown.substring(1, shown.length() - 1));
        Suggestion.closest(name, known)
            .ifPresentOrElse(
                word -> arguments.put("closest", word),
                () -> arguments.put("known", String.join(", ", known)));
        refuse(name, RequestRule.KNOWN_FIELD, "UnknownParameter", arguments);
      }
    }
  }

  public void refuse(String name, RequestRule rule, String code) {
    refuse(name, rule, code, Map.of());
  }

  /** Notes that the field breaks the rule, with what stands in the places of its sentence. */
  public void refuse(String name, RequestRule rule, String code, Map<String, String> arguments) {
    violations.add(new Violation(path + name, rule, code, arguments));
  }

  public boolean has(String name) {
    return json.containsKey(name);
  }

  /** Notes that the field has to be there; always empty. */
  public <T> Optional<T> missing(String name, RequestRule rule) {
    refuse(name, rule, "MissingParameter");
    return Optional.empty();
  }

  /** A text without control, bidi or zero-width characters: an approver must see what will run. */
  public Optional<String> text(String name) {
    Optional<String> text = typed(name, String.class, "a text");
    Optional<Integer> hidden =
        text.flatMap(t -> t.codePoints().filter(p -> !Echo.isVisible(p)).boxed().findFirst());
    hidden.ifPresent(
        point ->
            refuse(
                name,
                RequestRule.VISIBLE,
                "InvalidParameter",
                Map.of("character", Echo.codePoint(point))));
    return hidden.isPresent() ? Optional.empty() : text;
  }

  public Optional<Boolean> flag(String name) {
    return typed(name, Boolean.class, "true or false");
  }

  public Optional<Long> integer(String name) {
    if (json.get(name) instanceof BigDecimal) {
      refuse(name, RequestRule.WHOLE_NUMBER, "InvalidParameter");
      return Optional.empty();
    }
    return typed(name, Long.class, "a whole number");
  }

  /** A whole number between the two, or {@code otherwise} when it is not there. */
  public long integer(
      String name, long otherwise, long least, long most, String tooSmall, String tooLarge) {
    Optional<Long> given = integer(name);
    given.filter(n -> n < least).ifPresent(n -> refuseRange(name, n, least, most, tooSmall));
    given.filter(n -> n > most).ifPresent(n -> refuseRange(name, n, least, most, tooLarge));
    return given.orElse(otherwise);
  }

  private void refuseRange(String name, long given, long least, long most, String code) {
    refuse(
        name,
        given < least ? RequestRule.AT_LEAST : RequestRule.AT_MOST,
        code,
        Map.of("given", "" + given, "least", "" + least, "most", "" + most));
  }

  /** Characters are counted as code points [inferred: the documents say "characters"]. */
  public Optional<String> text(String name, int most, String tooLong) {
    Optional<String> text = text(name);
    int length = text.map(t -> t.codePointCount(0, t.length())).orElse(0);
    if (length > most) {
      refuse(
          name,
          RequestRule.MAXIMAL_LENGTH,
          tooLong,
          Map.of("length", "" + length, "most", "" + most, "excess", "" + (length - most)));
    }
    return text;
  }

  public Optional<Fields> object(String name, Collection<String> known) {
    return map(json.get(name), name, has(name)).map(object -> inside(name, object, known));
  }

  /** Each element of a list of objects as fields of its own, named {@code Tags.0} and so on. */
  public List<Fields> objects(String name, Collection<String> known) {
    List<Fields> all = new ArrayList<>();
    List<?> elements = typed(name, List.class, "a list").orElse(List.of());
    for (int i = 0; i < elements.size(); i++) {
      String element = name + "." + i;
      map(elements.get(i), element, true).ifPresent(o -> all.add(inside(element, o, known)));
    }
    return all;
  }

  public List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (Object element : typed(name, List.class, "a list of texts").orElse(List.of())) {
      if (element instanceof String text && !text.isBlank()) {
        all.add(text);
      } else {
        refuse(name, RequestRule.TEXTS, "InvalidParameter");
        return List.of();
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the reader of Json makes only maps with text keys
  private Optional<Map<String, Object>> map(@Nullable Object value, String name, boolean present) {
    if (value instanceof Map<?, ?> map) {
      return Optional.of((Map<String, Object>) map);
    }
    if (present) {
      refuse(name, RequestRule.TYPE, "InvalidParameter", Map.of("wanted", "a JSON object"));
    }
    return Optional.empty();
  }

  private <T> Optional<T> typed(String name, Class<T> type, String wanted) {
    Object value = json.get(name);
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    if (has(name)) {
      RequestRule rule = value == null ? RequestRule.NOT_NULL : RequestRule.TYPE;
      refuse(name, rule, "InvalidParameter", Map.of("wanted", wanted));
    }
    return Optional.empty();
  }

  /** Required in every action; the code for a region that is not offered differs by product. */
  public String region(String unsupported) {
    Optional<String> region =
        has("Region") ? text("Region") : missing("Region", RequestRule.REGION_NEEDED);
    region
        .filter(r -> !Regions.KNOWN.contains(r))
        .ifPresent(r -> refuse("Region", RequestRule.REGION, unsupported, unknownRegion(r)));
    return region.orElse("");
  }

  private static Map<String, String> unknownRegion(String given) {
    Map<String, String> arguments = new HashMap<>();
    arguments.put("given", Echo.of(given));
    arguments.put("known", String.join(", ", Regions.KNOWN));
    Suggestion.closest(given, Regions.KNOWN).ifPresent(word -> arguments.put("closest", word));
    return arguments;
  }

  /** The outcome of the reading: the value when nothing was refused. */
  public <T> Checked<T> checked(Supplier<T> value, List<Note> notes) {
    return violations.isEmpty()
        ? new Checked.Valid<>(value.get(), notes)
        : new Checked.Invalid<>(violations);
  }
}
