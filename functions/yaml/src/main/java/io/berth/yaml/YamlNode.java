// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in the file: a scalar, a list or a mapping. Aliases can lead back to one around it. */
record YamlNode(Node node) {
  /** The core schema has a tag of its own for ${NAME}. */
  private static final Set<Tag> TEXT = Set.of(Tag.STR, Tag.ENV_TAG);

  /** Where it begins, counted from 1. */
  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** What a scalar says. */
  Optional<String> scalar() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isText() {
    return TEXT.contains(node.getTag());
  }

  boolean isWholeNumber() {
    return node.getTag().equals(Tag.INT);
  }

  boolean isFlag() {
    return node.getTag().equals(Tag.BOOL);
  }

  /** Nothing, "", 0, false or a mapping without entries. */
  boolean isFalsy() {
    return scalar().map(this::isFalsy).orElseGet(() -> isMapping() && entries().isEmpty());
  }

  private boolean isFalsy(String value) {
    return isNull()
        || (isText() ? value.isEmpty() : value.equals("0") || value.equalsIgnoreCase("false"));
  }

  /** The entries of a mapping; none of anything else. */
  List<NodeTuple> entries() {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  /** The elements of a list; of anything else, itself. */
  List<YamlNode> elements() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(YamlNode::new).toList()
        : List.of(this);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }
}
