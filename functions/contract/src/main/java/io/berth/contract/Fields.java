// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
        String hint = Suggestion.didYouMean(name, known);
        String way = hint.isEmpty() ? "; known here: " + String.join(", ", known) + "." : hint;
        String shown = Echo.of(name);
        refuse(
            name,
            "unknown",
            "UnknownParameter",
            "Unknown field " + path + shown.substring(1, shown.length() - 1) + way);
      }
    }
  }

  public void refuse(String name, String rule, String code, String sentence) {
    violations.add(new Violation(path + name, rule, code, sentence));
  }

  /** The field's full name, for sentences. */
  public String at(String name) {
    return path + name;
  }

  public boolean has(String name) {
    return json.containsKey(name);
  }

  public <T> Optional<T> missing(String name, String wayOut) {
    refuse(name, "required", "MissingParameter", at(name) + " is missing; " + wayOut + ".");
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
                "characters",
                "InvalidParameter",
                at(name)
                    + " contains the invisible character "
                    + Echo.codePoint(point)
                    + "; remove it."));
    return hidden.isPresent() ? Optional.empty() : text;
  }

  public Optional<Boolean> flag(String name) {
    return typed(name, Boolean.class, "true or false");
  }

  public Optional<Long> integer(String name) {
    if (json.get(name) instanceof BigDecimal) {
      refuse(
          name,
          "type",
          "InvalidParameter",
          at(name) + " must be a whole number, without a fraction or exponent.");
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
    String bound = given < least ? " is below " + least : " is above " + most;
    refuse(
        name,
        "range",
        code,
        at(name) + " " + given + bound + "; give " + least + " to " + most + ".");
  }

  /** Characters are counted as code points [inferred: the documents say "characters"]. */
  public Optional<String> text(String name, int most, String tooLong) {
    Optional<String> text = text(name);
    int length = text.map(t -> t.codePointCount(0, t.length())).orElse(0);
    if (length > most) {
      refuse(
          name,
          "length",
          tooLong,
          at(name)
              + " has "
              + length
              + " characters, longer than "
              + most
              + "; shorten it by "
              + (length - most)
              + ".");
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
        refuse(
            name,
            "type",
            "InvalidParameter",
            at(name) + " must be a list of texts that are not empty.");
        return List.of();
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the reader of Json makes only maps with text keys
  private Optional<Map<String, Object>> map(Object value, String name, boolean present) {
    if (value instanceof Map<?, ?> map) {
      return Optional.of((Map<String, Object>) map);
    }
    if (present) {
      refuse(name, "type", "InvalidParameter", at(name) + " must be a JSON object.");
    }
    return Optional.empty();
  }

  private <T> Optional<T> typed(String name, Class<T> type, String wanted) {
    Object value = json.get(name);
    if (type.isInstance(value)) {
      return Optional.of(type.cast(value));
    }
    if (has(name)) {
      String leave = value == null ? ", not null; leave it out for its default." : ".";
      refuse(name, "type", "InvalidParameter", at(name) + " must be " + wanted + leave);
    }
    return Optional.empty();
  }

  /** Required in every action; the code for a region that is not offered differs by product. */
  public String region(String unsupported) {
    Optional<String> region =
        has("Region") ? text("Region") : missing("Region", "give one, like ap-guangzhou");
    region
        .filter(r -> !Regions.KNOWN.contains(r))
        .ifPresent(
            r ->
                refuse(
                    "Region",
                    "unsupported",
                    unsupported,
                    "Unknown region "
                        + Echo.of(r)
                        + Suggestion.didYouMean(r, Regions.KNOWN)
                        + (Suggestion.closest(r, Regions.KNOWN).isPresent() ? " " : "; ")
                        + "Regions: "
                        + String.join(", ", Regions.KNOWN)
                        + "."));
    return region.orElse("");
  }

  /** The outcome of the reading: the value when nothing was refused. */
  public <T> Checked<T> checked(Supplier<T> value, List<String> notes) {
    return violations.isEmpty()
        ? new Checked.Valid<>(value.get(), notes)
        : new Checked.Invalid<>(violations);
  }
}
