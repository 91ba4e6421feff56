// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The file as a tree with line numbers. {@code ${NAME}} is kept from YAML, to which a brace in a
 * flow mapping is syntax: the braces are two private characters until {@link Sources} puts the
 * value in, so that no value can ever become YAML.
 */
final class YamlFile {
  static final char OPEN = '\uE000';
  static final char CLOSE = '\uE001';

  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_ALIASES = 20;

  private final Problems problems;

  YamlFile(Problems problems) {
    this.problems = problems;
  }

  /** The mapping at the top, or nothing after a mistake; an empty file is an empty mapping. */
  Optional<MappingNode> read(Path file) {
    Optional<String> text = text(file).map(this::hideBraces);
    if (text.isEmpty() || !problems.sentences().isEmpty()) {
      return Optional.empty();
    }
    try {
      return compose(text.get());
    } catch (MarkedYamlEngineException e) {
      problems.add(e.getProblemMark().map(m -> m.getLine() + 1).orElse(0), syntax(e));
    } catch (YamlEngineException e) {
      problems.add(0, "The file is not YAML: " + firstLine(e.getMessage()));
    }
    return Optional.empty();
  }

  private Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        problems.add(0, "Config file " + file + " not found; name one with --config FILE.");
      } else if (Files.size(file) > MOST_BYTES) {
        problems.add(
            0, "Config file " + file + " is larger than 1 MB; that cannot be a berth.yaml.");
      } else {
        return Optional.of(Files.readString(file));
      }
    } catch (CharacterCodingException e) {
      problems.add(0, "Config file " + file + " is not UTF-8; save it as UTF-8.");
    } catch (IOException e) {
      problems.add(0, "Config file " + file + " cannot be read; check its permissions.");
    }
    return Optional.empty();
  }

  private String hideBraces(String text) {
    StringBuilder hidden = new StringBuilder(text);
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
      int lineEnd = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
      int close = text.indexOf('}', at);
      if (close > 0 && close < lineEnd) {
        hidden.setCharAt(at + 1, OPEN);
        hidden.setCharAt(close, CLOSE);
      } else if (!isComment(text, at)) {
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int column = at - text.lastIndexOf('\n', at);
        problems.add(line, "column " + column + ": ${ is not closed; write ${NAME}.");
      }
    }
    return hidden.toString();
  }

  private static boolean isComment(String text, int at) {
    return text.substring(text.lastIndexOf('\n', at) + 1, at).stripLeading().startsWith("#");
  }

  private Optional<MappingNode> compose(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_BYTES).build();
    int aliases = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      aliases += event.getEventId() == Event.ID.Alias ? 1 : 0;
    }
    if (aliases > MOST_ALIASES) {
      problems.add(
          0,
          "The file has "
              + aliases
              + " YAML aliases (*name); the alias limit is "
              + MOST_ALIASES
              + ".");
      return Optional.empty();
    }
    Optional<Node> root = new Compose(settings).composeString(text);
    if (root.isPresent() && !(root.get() instanceof MappingNode)) {
      problems.add(
          Problems.line(root.get()),
          "The file must be a mapping: slack:, server:, functions: and so on.");
    }
    return root.isEmpty()
        ? Optional.of(Section.emptyMapping())
        : root.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static String syntax(MarkedYamlEngineException e) {
    String column =
        e.getProblemMark().map(Mark::getColumn).map(c -> "column " + (c + 1) + ": ").orElse("");
    String problem = firstLine(e.getProblem());
    return problem.contains("TAB") || problem.contains("\\t")
        ? column + "a tab is used for indentation; YAML takes only spaces there."
        : column + "not YAML: " + problem + ".";
  }

  private static String firstLine(String message) {
    return String.valueOf(message)
        .lines()
        .findFirst()
        .orElse("")
        .replace(OPEN, '{')
        .replace(CLOSE, '}');
  }
}
