// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Refuses a key that stands twice in one mapping, where most readers would silently take the last.
 */
final class Duplicates {
  /** By identity, because aliases lead to the same node again, and can lead in a circle. */
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Mistakes mistakes;

  private Duplicates(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  static void refuse(Node root, Mistakes mistakes) {
    new Duplicates(mistakes).look(root);
  }

  private void look(Node node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::look);
    } else if (node instanceof MappingNode mapping) {
      Map<String, Integer> firstLines = new HashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        key(tuple.getKeyNode(), firstLines);
        look(tuple.getValueNode());
      }
    }
  }

  private void key(Node key, Map<String, Integer> firstLines) {
    int line = YamlText.line(key);
    if (!(key instanceof ScalarNode scalar)) {
      mistakes.add(line, "a key must be plain text, not a list or a mapping");
      return;
    }
    Integer first = firstLines.putIfAbsent(scalar.getValue(), line);
    if (first != null) {
      String name = Echo.of(scalar.getValue());
      mistakes.add(
          line, "key " + name + " is given twice, first on line " + first + "; remove one");
    }
  }
}
