// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The mistakes found so far, so that one reading names them all. */
final class Problems {
  private record Problem(int line, String sentence) {}

  private final List<Problem> found = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** A mistake at a line, counted from 1; 0 when it has none. */
  void add(int line, String sentence) {
    found.add(new Problem(line, sentence));
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** In the order of the file. */
  List<String> sentences() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(p -> p.line == 0 ? p.sentence : "line " + p.line + ": " + p.sentence)
        .distinct()
        .toList();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
