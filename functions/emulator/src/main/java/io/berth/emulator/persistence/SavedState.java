// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.state.CloudState;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The whole state as one JSON document: a format number, the clock, and each part of the cloud that
 * can be saved.
 */
public final class SavedState {
  static final int FORMAT = 1;

  private SavedState() {}

  /** The document of a state at this moment. */
  public static ObjectNode of(CloudState state) {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.put("format", FORMAT);
    SavedClock.write(state.clock(), saved);
    parts(state).forEach(part -> saved.set(part.part(), part.save()));
    return saved;
  }

  /**
   * Fills a state in which nothing has been asked for yet.
   *
   * @throws BadState when the document is none of ours; the state must then be thrown away
   */
  public static void into(CloudState fresh, JsonNode saved) throws BadState {
    // First of all: a newer format may well have fields that are not known here.
    if (!isKnownFormat(saved)) {
      throw new BadState("format", "must be " + FORMAT + ", the only one that this version knows");
    }
    List<SavedPart> parts = parts(fresh);
    Set<String> known =
        parts.stream().map(SavedPart::part).collect(Collectors.toCollection(TreeSet::new));
    known.add("format");
    known.addAll(SavedClock.FIELDS);
    SavedClock.read(SavedFields.of(saved, "", known), fresh.clock());
    for (SavedPart part : parts) {
      restore(part, saved.path(part.part()));
    }
  }

  private static boolean isKnownFormat(JsonNode saved) {
    JsonNode format = saved.path("format");
    return format.isIntegralNumber() && format.canConvertToInt() && format.intValue() == FORMAT;
  }

  private static void restore(SavedPart part, JsonNode saved) throws BadState {
    if (!(saved instanceof ObjectNode object)) {
      throw new BadState(part.part(), "must be a JSON object");
    }
    try {
      part.restore(object);
    } catch (BadState e) {
      throw new BadState(part.part() + "." + e.field(), e.getMessage());
    }
  }

  static List<SavedPart> parts(CloudState state) {
    return state.products().values().stream()
        .filter(SavedPart.class::isInstance)
        .map(SavedPart.class::cast)
        .sorted(Comparator.comparing(SavedPart::part))
        .toList();
  }
}
