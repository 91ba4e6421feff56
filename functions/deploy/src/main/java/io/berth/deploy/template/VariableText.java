// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The value of an environment variable: text in which {@code ${NAME}} and {@code ${NAME:-default}}
 * stand for variables of the deployer's environment. As in a shell, {@code :-} also covers a
 * variable that is set but empty.
 */
final class VariableText {
  private final List<Segment> segments;

  /** A piece of text, or a reference when there is a name. */
  private record Segment(Optional<String> name, Optional<String> text) {}

  private VariableText(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /**
   * Reads {@code value}; when a reference in it is malformed, {@code mistake} gets the sentence.
   */
  static VariableText parse(String value, Consumer<String> mistake) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (int open = value.indexOf("${"); open >= 0; open = value.indexOf("${", at)) {
      int close = value.indexOf('}', open);
      if (close < 0) {
        mistake.accept("${ is opened and not closed; write ${NAME} or ${NAME:-default}");
        return new VariableText(segments);
      }
      segments.add(literal(value.substring(at, open)));
      segments.add(reference(value.substring(open + 2, close), mistake));
      at = close + 1;
    }
    segments.add(literal(value.substring(at)));
    return new VariableText(segments);
  }

  /** The names that the deployer's environment must have, because they have no default. */
  List<String> missing(Map<String, String> environment) {
    return segments.stream()
        .filter(segment -> segment.name().isPresent() && segment.text().isEmpty())
        .map(segment -> segment.name().get())
        .filter(name -> environment.getOrDefault(name, "").isEmpty())
        .distinct()
        .toList();
  }

  /** The value with every reference replaced; one that is missing is left out. */
  String resolve(Map<String, String> environment) {
    StringBuilder value = new StringBuilder();
    for (Segment segment : segments) {
      String given = segment.name().map(name -> environment.getOrDefault(name, "")).orElse("");
      value.append(given.isEmpty() ? segment.text().orElse("") : given);
    }
    return value.toString();
  }

  /** What stands in the file itself: pieces of text and defaults. */
  String written() {
    return resolve(Map.of());
  }

  boolean hasReference() {
    return segments.stream().anyMatch(segment -> segment.name().isPresent());
  }

  private static Segment literal(String text) {
    return new Segment(Optional.empty(), Optional.of(text));
  }

  private static Segment reference(String inner, Consumer<String> mistake) {
    int dash = inner.indexOf(":-");
    String name = dash < 0 ? inner : inner.substring(0, dash);
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
      mistake.accept(
          "${...} must hold the name of an environment variable: ${NAME} or ${NAME:-default}");
    } else if (inner.contains("${")) {
      mistake.accept("a default must be plain text, without a reference of its own");
    }
    return new Segment(
        Optional.of(name), dash < 0 ? Optional.empty() : Optional.of(inner.substring(dash + 2)));
  }
}
