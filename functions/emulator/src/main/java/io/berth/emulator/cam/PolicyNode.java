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
record PolicyNode(JsonNode node, String path) {
  private static final int LONGEST_NAME = 60;

  PolicyNode in(String name) {
    return new PolicyNode(node.path(name), path.isEmpty() ? name : path + "." + name);
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
  List<PolicyNode> items() throws BadPolicy {
    refuseUnless(node.isArray() && !node.isEmpty(), "must be a list with at least one entry");
    List<PolicyNode> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new PolicyNode(item, path + "." + items.size()));
    }
    return items;
  }

  /** The texts of a list that has some; one alone may stand without the list. */
  List<PolicyNode> texts() throws BadPolicy {
    if (node.isTextual()) {
      return List.of(this);
    }
    refuseUnless(
        node.isArray() && !node.isEmpty(), "must be a text or a list with at least one of them");
    List<PolicyNode> items = items();
    for (PolicyNode item : items) {
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
