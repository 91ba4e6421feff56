// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * One value of a key as each kind that it may be asked for; nothing after a mistake.
 *
 * @param name what sentences call the key
 * @param line of the key
 */
record YamlScalar(String name, int line, YamlNode node, YamlContext context) {
  /** Whether it is one; {@code kind} is what it must be. */
  boolean is(String kind) {
    if (node.scalar().isEmpty()) {
      refuse("must be " + kind + ", not a list or a mapping");
    }
    return node.scalar().isPresent();
  }

  Optional<YamlText> text() {
    if (!is("text") || !isText()) {
      return Optional.empty();
    }
    return value().map(value -> new YamlText(value, written()));
  }

  private boolean isText() {
    if (!context.dialect().isTyped() || node.isText()) {
      return true;
    }
    String example = written().length() > 40 ? "" : ": \"" + written() + "\"";
    refuse(
        node.isNull()
            ? "is empty; give it a value or leave it out"
            : "must be text; put quotes around it" + example);
    return false;
  }

  Optional<Integer> wholeNumber(Bounds bounds) {
    Optional<String> value = is("a whole number") ? value() : Optional.empty();
    Optional<Integer> number = value.filter(this::isWholeNumber).map(Integer::valueOf);
    if (value.isPresent() && number.isEmpty()) {
      add(context.dialect().notWhole(name, written(), bounds));
    }
    if (number.isPresent() && !bounds.contain(number.get())) {
      add(context.dialect().outside(name, written(), bounds));
    }
    return number.filter(bounds::contain);
  }

  private boolean isWholeNumber(String digits) {
    return digits.matches("-?[0-9]{1,9}") && (!context.dialect().isTyped() || node.isWholeNumber());
  }

  Optional<Boolean> flag() {
    if (is("true or false") && !node.isFlag()) {
      refuse("must be true or false, not " + shown());
    }
    return node.isFlag() ? node.scalar().map(Boolean::valueOf) : Optional.empty();
  }

  Optional<Duration> duration(Duration least, Duration most) {
    Optional<String> text = text().map(YamlText::value);
    Optional<Duration> given = text.flatMap(Durations::parse);
    if (text.isPresent() && given.isEmpty()) {
      refuse(shown() + " is not a time; write it like 500ms, 20s, 15m or 24h");
    }
    if (given.filter(d -> d.compareTo(least) < 0 || d.compareTo(most) > 0).isPresent()) {
      refuse(
          "%s is not within %s to %s"
              .formatted(shown(), Durations.show(least), Durations.show(most)));
    }
    return given;
  }

  /** The secret that it names; one that stands here itself is refused. */
  Optional<Secret> secret() {
    return context.interpolation().secret(node.scalar().orElse(""), this::refuse);
  }

  String shown() {
    return Echo.of(written());
  }

  private Optional<String> value() {
    return context.interpolation().value(node.scalar().orElse(""), this::refuse);
  }

  private String written() {
    return context.interpolation().written(node.scalar().orElse(""));
  }

  private void refuse(String rest) {
    add(name + " " + rest);
  }

  private void add(String sentence) {
    context.mistakes().add(line, sentence);
  }
}
