// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the template. Its readers note a mistake when a value is not of the kind asked
 * for, and return nothing both then and when the key is absent: whether a key must be there is
 * asked with {@link #require}.
 */
final class YamlMap {
  private final String name;
  private final int line;
  private final Map<String, Entry> entries;
  private final Mistakes mistakes;

  /** A value and the line of its key. */
  record Entry(int line, Node value) {
    boolean isEmpty() {
      return value.getTag().equals(Tag.NULL);
    }

    /**
     * What TCSAM's merge of Globals takes for "not given": nothing, "", 0, false, an empty
     * collection.
     */
    boolean isFalsy() {
      if (value instanceof ScalarNode scalar) {
        boolean text = isText(value);
        return isEmpty() || (text ? scalar.getValue().isEmpty() : isZeroOrFalse(scalar.getValue()));
      }
      return value instanceof MappingNode mapping && mapping.getValue().isEmpty();
    }

    private static boolean isZeroOrFalse(String value) {
      return value.equals("0") || value.equalsIgnoreCase("false");
    }
  }

  private YamlMap(String name, int line, Map<String, Entry> entries, Mistakes mistakes) {
    this.name = name;
    this.line = line;
    this.entries = entries;
    this.mistakes = mistakes;
  }

  /**
   * {@code node} as a mapping that sentences call {@code name}, or nothing after noting that it is
   * none.
   */
  static Optional<YamlMap> of(Node node, String name, int line, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping)) {
      mistakes.add(line, name + " must be a mapping: keys with values, indented below it");
      return Optional.empty();
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        entries.putIfAbsent(key.getValue(), new Entry(YamlText.line(key), tuple.getValueNode()));
      }
    }
    return Optional.of(new YamlMap(name, line, entries, mistakes));
  }

  /** A mapping without entries, for a part that is absent. */
  static YamlMap empty(String name, Mistakes mistakes) {
    return new YamlMap(name, 0, Map.of(), mistakes);
  }

  /**
   * This mapping with what it lacks taken from {@code defaults}, not deep: TCSAM's merge of
   * Globals.
   */
  YamlMap withDefaults(YamlMap defaults) {
    Map<String, Entry> merged = new LinkedHashMap<>(entries);
    defaults.entries.forEach(
        (key, value) -> {
          if (!merged.containsKey(key) || merged.get(key).isFalsy()) {
            merged.put(key, value);
          }
        });
    return new YamlMap(name, line, merged, mistakes);
  }

  /** This mapping without the keys that are not {@code known}. */
  YamlMap only(List<String> known) {
    Map<String, Entry> kept = new LinkedHashMap<>(entries);
    kept.keySet().retainAll(known);
    return new YamlMap(name, line, kept, mistakes);
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  boolean isEmptyAt(String key) {
    return has(key) && entries.get(key).isEmpty();
  }

  boolean isMap(String key) {
    return has(key) && entries.get(key).value() instanceof MappingNode;
  }

  /** The line of {@code key}, or of the mapping itself when the key is absent. */
  int line(String key) {
    return has(key) ? entries.get(key).line() : line;
  }

  void mistake(String key, String sentence) {
    mistakes.add(line(key), sentence);
  }

  /** Notes every key that is not {@code known}; {@code ways} has a sentence of its own for some. */
  void allowOnly(List<String> known, Map<String, String> ways) {
    List<String> unknown = new ArrayList<>(entries.keySet());
    unknown.removeAll(known);
    for (String key : unknown) {
      mistake(
          key,
          ways.containsKey(key)
              ? ways.get(key)
              : "unknown key " + Echo.of(key) + " in " + name + Words.wayOut(key, known));
    }
  }

  /** Notes a mistake when {@code key} is absent; {@code way} says what to write. */
  void require(String key, String way) {
    if (!has(key)) {
      mistakes.add(line, key + " is missing in " + name + "; " + way);
    }
  }

  /** The text at {@code key}. */
  Optional<String> text(String key) {
    Optional<ScalarNode> scalar = scalar(key, "text");
    if (scalar.isPresent() && !isText(scalar.get())) {
      String given = scalar.get().getValue();
      String example = given.length() > 40 ? "" : ": \"" + given + "\"";
      mistake(
          key,
          scalar.get().getTag().equals(Tag.NULL)
              ? key + " is empty; give it a value or leave it out"
              : key + " must be text; put quotes around it" + example);
      return Optional.empty();
    }
    return scalar.map(ScalarNode::getValue);
  }

  /** The whole number at {@code key}, when it lies between {@code least} and {@code most}. */
  OptionalInt wholeNumber(String key, int least, int most, String unit) {
    Optional<ScalarNode> scalar = scalar(key, "a whole number");
    if (scalar.isEmpty()) {
      return OptionalInt.empty();
    }
    String digits = scalar.get().getValue();
    if (!scalar.get().getTag().equals(Tag.INT) || !digits.matches("-?[0-9]{1,9}")) {
      mistake(key, key + " must be a whole number of " + unit + ", not " + Echo.of(digits));
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits);
    if (number < least || number > most) {
      mistake(key, key + " " + number + " is outside SCF's " + least + " to " + most + " " + unit);
      return OptionalInt.empty();
    }
    return OptionalInt.of(number);
  }

  /** The {@code true} or {@code false} at {@code key}. */
  Optional<Boolean> flag(String key) {
    Optional<ScalarNode> scalar = scalar(key, "true or false");
    if (scalar.isPresent() && !scalar.get().getTag().equals(Tag.BOOL)) {
      mistake(key, key + " must be true or false, not " + Echo.of(scalar.get().getValue()));
      return Optional.empty();
    }
    return scalar.map(node -> Boolean.valueOf(node.getValue()));
  }

  /** The mapping at {@code key}, which sentences call {@code inner}. */
  Optional<YamlMap> map(String key, String inner) {
    return has(key)
        ? of(entries.get(key).value(), inner, entries.get(key).line(), mistakes)
        : Optional.empty();
  }

  private static boolean isText(Node node) {
    // The core schema has a tag of its own for ${NAME}.
    return node.getTag().equals(Tag.STR) || node.getTag().equals(Tag.ENV_TAG);
  }

  private Optional<ScalarNode> scalar(String key, String kind) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (entries.get(key).value() instanceof ScalarNode scalar) {
      return Optional.of(scalar);
    }
    mistake(key, key + " must be " + kind + ", not a list or a mapping");
    return Optional.empty();
  }
}
