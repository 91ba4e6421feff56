// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a policy and where it stands, e.g. {@code statement.0.effect}, so that a refusal can
 * name it.
 */
record Place(JsonNode node, String path) {
  private static final int LONGEST_NAME = 60;

  Place in(String name) {
    return new Place(node.path(name), path.isEmpty() ? name : path + "." + name);
  }

  void allowOnly(String... names) throws BadPolicy {
    refuseUnless(node.isObject(), "must be an object with " + String.join(", ", names));
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!Arrays.asList(names).contains(name)) {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        throw in(shown.replaceAll("\\p{Cntrl}", "?"))
            .bad("is not known here; there is only " + String.join(", ", names));
      }
    }
  }

  /** The items of a list that has some. */
  List<Place> items() throws BadPolicy {
    refuseUnless(node.isArray() && !node.isEmpty(), "must be a list with at least one entry");
    List<Place> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new Place(item, path + "." + items.size()));
    }
    return items;
  }

  /** The texts of a list that has some; one alone may stand without the list. */
  List<Place> texts() throws BadPolicy {
    if (node.isTextual()) {
      return List.of(this);
    }
    refuseUnless(
        node.isArray() && !node.isEmpty(), "must be a text or a list with at least one of them");
    List<Place> items = items();
    for (Place item : items) {
      item.refuseUnless(item.node().isTextual(), "must be a text");
    }
    return items;
  }

  void refuseUnless(boolean right, String rule) throws BadPolicy {
    if (!right) {
      throw bad(rule);
    }
  }

  BadPolicy bad(String rule) {
    return new BadPolicy((path.isEmpty() ? "the policy" : path) + " " + rule + ".");
  }
}
