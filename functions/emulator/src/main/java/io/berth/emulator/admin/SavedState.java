// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.BadState;
import io.berth.emulator.api.Saved;
import io.berth.emulator.api.World;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The whole state as one JSON document: a format number, the clock, and each part of the cloud that
 * can be saved.
 */
final class SavedState {
  private static final int FORMAT = 1;

  private SavedState() {}

  static ObjectNode of(World world) {
    ObjectNode saved = JsonNodeFactory.instance.objectNode();
    saved.put("format", FORMAT);
    ClockControl.save(world.clock(), saved);
    parts(world).forEach(part -> saved.set(part.part(), part.save()));
    return saved;
  }

  /**
   * Fills a world in which nothing has been asked for yet.
   *
   * @throws BadField when the document is none of ours; the world must then be thrown away
   */
  static void into(World fresh, JsonNode saved) throws BadField {
    List<Saved> parts = parts(fresh);
    Set<String> known =
        parts.stream().map(Saved::part).collect(Collectors.toCollection(TreeSet::new));
    known.add("format");
    known.addAll(ClockControl.SAVED);
    Fields fields = Fields.of(saved, "", known);
    if (fields.number("format", 0, Integer.MIN_VALUE, Integer.MAX_VALUE) != FORMAT) {
      throw new BadField("format", "must be " + FORMAT + ", the only one that this version knows");
    }
    ClockControl.restore(fresh.clock(), fields);
    for (Saved part : parts) {
      restore(part, saved.path(part.part()));
    }
  }

  private static void restore(Saved part, JsonNode saved) throws BadField {
    if (!(saved instanceof ObjectNode object)) {
      throw new BadField(part.part(), "must be a JSON object");
    }
    try {
      part.restore(object);
    } catch (BadState e) {
      throw new BadField(part.part() + "." + e.field(), e.getMessage());
    }
  }

  private static List<Saved> parts(World world) {
    return world.products().values().stream()
        .filter(Saved.class::isInstance)
        .map(Saved.class::cast)
        .sorted(Comparator.comparing(Saved::part))
        .toList();
  }
}
