// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.text.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one object of a saved state, strictly: somebody may have written it by hand. */
public final class SavedFields {
  private final ObjectNode object;
  private final String path;

  private SavedFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Takes an object with no other than the known fields.
   *
   * @param path put before the fields' names in refusals, e.g. {@code registries.0.}
   */
  public static SavedFields of(JsonNode value, String path, Set<String> known) throws BadState {
    if (!(value instanceof ObjectNode object)) {
      throw new BadState(path.isEmpty() ? "state" : path, "must be a JSON object");
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new BadState(
            path + Excerpt.brief(entry.getKey()),
            "is not known; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return new SavedFields(object, path);
  }

  /** One item of a list, and the path to it. */
  public record Item(JsonNode value, String path) {}

  /** The items of a list; none when it is absent. */
  public List<Item> list(String name) throws BadState {
    JsonNode list = object.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw bad(name, "must be a list");
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Item(list.get(i), path + name + "." + i + "."));
    }
    return items;
  }

  /** Reads one item of a list. */
  @FunctionalInterface
  public interface ItemReader<T> {
    /** What the item says, or the refusal of it. */
    T read(Item item) throws BadState;
  }

  /** The items of a list, each as the reader reads it; none when it is absent. */
  public <T> List<T> each(String name, ItemReader<T> reader) throws BadState {
    List<T> read = new ArrayList<>();
    for (Item item : list(name)) {
      read.add(reader.read(item));
    }
    return read;
  }

  /** A structure; empty when it is absent. */
  public Optional<Item> object(String name) {
    return object.has(name)
        ? Optional.of(new Item(object.get(name), path + name + "."))
        : Optional.empty();
  }

  /** A text that must be there and match. */
  public String text(String name, Pattern form) throws BadState {
    JsonNode value = object.path(name);
    if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
      throw bad(name, "must be a text of the form " + form);
    }
    return value.textValue();
  }

  /** Any text, {@code ""} when it is absent. */
  public String text(String name) throws BadState {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw bad(name, "must be a text");
    }
    return value.asText("");
  }

  /** The name of a region that exists. */
  public String region(String name) throws BadState {
    String region = text(name);
    if (!CloudRegions.isKnown(region)) {
      throw bad(name, "must be a region, e.g. ap-guangzhou");
    }
    return region;
  }

  /** A whole number within limits. */
  public long number(String name, long absent, long least, long most) throws BadState {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < least || value.longValue() > most) {
      throw bad(name, "must be an integer from " + least + " to " + most);
    }
    return value.longValue();
  }

  /** A number that may have a fraction, within limits. */
  public double decimal(String name, double absent, double least, double most) throws BadState {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
      throw bad(name, "must be a number from " + least + " to " + most);
    }
    return value.doubleValue();
  }

  /** True or false. */
  public boolean flag(String name, boolean absent) throws BadState {
    JsonNode value = object.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw bad(name, "must be true or false");
    }
    return value.asBoolean(absent);
  }

  /** A moment as ISO 8601 in UTC; empty when it is absent. */
  public Optional<Instant> moment(String name) throws BadState {
    if (!object.has(name)) {
      return Optional.empty();
    }
    return Optional.of(time(name));
  }

  /** A moment that must be there. */
  public Instant time(String name) throws BadState {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw bad(name, "must be a moment in UTC, e.g. 2026-11-21T08:00:00Z");
    }
  }

  /** Refuses a field that breaks a rule. */
  public void refuseUnless(boolean right, String name, String rule) throws BadState {
    if (!right) {
      throw bad(name, rule);
    }
  }

  /** The refusal of a field. */
  public BadState bad(String name, String rule) {
    return new BadState(path + name, rule);
  }
}
