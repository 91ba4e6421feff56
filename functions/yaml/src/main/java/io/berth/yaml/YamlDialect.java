// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Echo;
import java.util.Optional;

/**
 * One kind of file: how strictly it is read, how it names its keys, and what it says about mistakes
 * that are particular to it. A sentence has no full stop.
 */
public interface YamlDialect {
  /**
   * Whether a value must be of its kind to YAML as well: then {@code "30"} is no number, and {@code
   * 30} no text.
   */
  boolean isTyped();

  /** What the mapping at the top is called; empty when its keys are named alone. */
  String top();

  /** How a sentence about the file as a whole begins. */
  String file();

  String noSuchFile();

  String tooLarge();

  String tooDeep(int most);

  /**
   * What is said of a file that holds more than is read.
   *
   * @param count how many there are
   * @param line of the first one too many
   */
  Mistake tooManyAliases(int most, int count, int line);

  String secondDocument();

  /** About a file that says nothing; none where such a file is a mapping without keys. */
  default Optional<String> empty() {
    return Optional.empty();
  }

  default String tab(int column) {
    return "a tab in the indentation; YAML allows spaces only, so replace it by spaces";
  }

  /** How {@code key} of the mapping {@code in} is called inside a sentence. */
  default String name(String in, String key) {
    return key;
  }

  /** The beginning of the sentence about a key that nobody knows. */
  default String unknown(String in, String key) {
    return "unknown key " + Echo.of(key) + " in " + in;
  }

  /** The beginning of the sentence about a key that is not there. */
  default String missing(String in, String key) {
    return key + " is missing in " + in;
  }

  default String twice(String in, String key, int firstLine) {
    return "key %s is given twice, first on line %d; remove one".formatted(Echo.of(key), firstLine);
  }

  default String notMapping(String name) {
    return name + " must be a mapping: keys with values, indented below it";
  }

  /**
   * What is said about a value that is no whole number, or in the default words not one of these.
   */
  default String notWhole(String name, String written, Bounds bounds) {
    return "%s %s is not a whole number from %d to %d"
        .formatted(name, Echo.of(written), bounds.least(), bounds.most());
  }

  /** What is said about a whole number that is not within {@code bounds}. */
  default String outside(String name, String written, Bounds bounds) {
    return notWhole(name, written, bounds);
  }
}
