// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of one JSON object, strictly. */
final class AdminFields {
  private final ObjectNode object;
  private final String path;

  private AdminFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Takes a value that must be an object with no other than the known fields.
   *
   * @param path put before the fields' names in refusals, e.g. {@code rules.0.}
   */
  static AdminFields of(JsonNode value, String path, Set<String> known) throws BadField {
    if (!(value instanceof ObjectNode object)) {
      throw new BadField(path.isEmpty() ? "body" : path, "must be a JSON object");
    }
    for (var entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new BadField(
            path + entry.getKey(), "is not known; known are " + String.join(", ", sorted(known)));
      }
    }
    return new AdminFields(object, path);
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }

  boolean has(String name) {
    return object.has(name);
  }

  Optional<String> text(String name) throws BadField {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > 200) {
      throw new BadField(path + name, "must be a text of 1 to 200 characters");
    }
    return Optional.of(value.textValue());
  }

  long number(String name, long absent, long least, long most) throws BadField {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < least || value.longValue() > most) {
      throw new BadField(path + name, "must be an integer from " + least + " to " + most);
    }
    return value.longValue();
  }

  /** A number that may have a fraction. */
  double decimal(String name, double absent, double least, double most) throws BadField {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
      throw new BadField(
          path + name, "must be a number from " + plain(least) + " to " + plain(most));
    }
    return value.doubleValue();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  boolean flag(String name) throws BadField {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new BadField(path + name, "must be true or false");
    }
    return value.asBoolean(false);
  }
}
