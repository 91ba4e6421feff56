// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Refuses a key that stands twice in one mapping, where most readers would silently take the last.
 */
final class DuplicateKeys {
  /** By identity, because aliases lead to the same node again, and can lead in a circle. */
  private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private final YamlContext context;

  private DuplicateKeys(YamlContext context) {
    this.context = context;
  }

  static void refuse(YamlNode root, YamlContext context) {
    new DuplicateKeys(context).visit(root, context.dialect().top());
  }

  private void visit(YamlNode node, String path) {
    if (!visited.add(node.node())) {
      return;
    }
    if (node.isList()) {
      List<YamlNode> elements = node.elements();
      for (int i = 0; i < elements.size(); i++) {
        visit(elements.get(i), path + "[" + i + "]");
      }
    }
    Map<String, Integer> firstLines = new HashMap<>();
    for (NodeTuple entry : node.entries()) {
      Optional<String> key = key(new YamlNode(entry.getKeyNode()), path, firstLines);
      String inner = key.map(name -> context.name(path, name)).orElse(path);
      visit(new YamlNode(entry.getValueNode()), inner);
    }
  }

  private Optional<String> key(YamlNode key, String path, Map<String, Integer> firstLines) {
    Optional<String> name = key.scalar();
    if (name.isEmpty()) {
      context.mistakes().add(key.line(), "a key must be plain text, not a list or a mapping");
      return name;
    }
    Integer first = firstLines.putIfAbsent(name.get(), key.line());
    if (first != null) {
      String shown = VisibleText.of(context.interpolation().written(name.get()));
      context.mistakes().add(key.line(), context.dialect().twice(path, shown, first));
    }
    return name;
  }
}
