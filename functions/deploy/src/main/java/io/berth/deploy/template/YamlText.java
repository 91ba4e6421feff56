// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Echo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2 as nodes that know their lines; every way in which a text is no YAML is one sentence.
 */
final class YamlText {
  static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_ALIASES = 20;
  private static final int MAX_DEPTH = 20;

  private YamlText() {}

  /** The one document in {@code bytes}, or nothing after noting why there is none. */
  static Optional<Node> read(byte[] bytes, Mistakes mistakes) {
    if (bytes.length > MAX_BYTES) {
      mistakes.add(0, "the file is larger than 1 MB; a template is a few hundred lines");
      return Optional.empty();
    }
    Optional<String> text = decode(bytes, mistakes);
    Optional<Node> root = text.flatMap(yaml -> compose(yaml, mistakes));
    root.ifPresent(node -> Duplicates.refuse(node, mistakes));
    return root;
  }

  /** The line that a node begins on, counted from 1. */
  static int line(Node node) {
    return node.getStartMark().map(YamlText::line).orElse(0);
  }

  private static Optional<String> decode(byte[] bytes, Mistakes mistakes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      mistakes.add(0, "the file is not valid UTF-8; save it as UTF-8");
      return Optional.empty();
    }
  }

  private static Optional<Node> compose(String yaml, Mistakes mistakes) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowNonScalarKeys(true).build();
    try {
      if (isTooTangled(new Parse(settings).parseString(yaml), mistakes)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        mistakes.add(1, "the file is empty; it needs Resources with a namespace and its functions");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      addSyntax(yaml, e, mistakes);
    } catch (ReaderException e) {
      mistakes.add(
          lineOf(yaml, e.getPosition()),
          "the character "
              + Echo.codePoint(e.getCodePoint())
              + " is not allowed in YAML; remove it");
    } catch (YamlEngineException e) {
      mistakes.add(0, "not YAML: " + oneLine(e.getMessage()) + "; correct it");
    }
    return Optional.empty();
  }

  /**
   * Looks at the events first, one by one: the composer would follow nesting until the stack ends.
   */
  private static boolean isTooTangled(Iterable<Event> events, Mistakes mistakes) {
    int depth = 0;
    int aliases = 0;
    for (Event event : events) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      aliases += event instanceof AliasEvent ? 1 : 0;
      if (depth > MAX_DEPTH || aliases > MAX_ALIASES) {
        mistakes.add(
            event.getStartMark().map(YamlText::line).orElse(0),
            depth > MAX_DEPTH
                ? "nested deeper than " + MAX_DEPTH + " levels; a template needs eight"
                : "more than "
                    + MAX_ALIASES
                    + " aliases (*name); write the values out, or put shared ones into"
                    + " Globals.Function");
        return true;
      }
    }
    return false;
  }

  private static void addSyntax(String yaml, MarkedYamlEngineException e, Mistakes mistakes) {
    int line = e.getProblemMark().map(YamlText::line).orElse(0);
    Optional<Integer> tab = firstTab(yaml, line);
    if (tab.isPresent()) {
      mistakes.add(
          tab.get(), "a tab in the indentation; YAML allows spaces only, so replace it by spaces");
    } else if (String.valueOf(e.getContext()).contains("expected a single document")) {
      mistakes.add(
          line, "a second document begins here; a template is one document, so remove ---");
    } else {
      mistakes.add(line, "not YAML: " + problem(e));
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String column =
        e.getProblemMark().map(mark -> " at column " + (mark.getColumn() + 1)).orElse("");
    String context = e.getContext() == null ? "" : " " + e.getContext();
    return oneLine(e.getProblem() + context) + column + "; correct it here";
  }

  /** The parser's words, which can hold a piece of the file: cut, and with nothing that acts. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.replaceAll("\\s+", " ")
        .strip()
        .codePoints()
        .limit(200)
        .forEach(
            point ->
                line.append(
                    Echo.isVisible(point) ? Character.toString(point) : Echo.codePoint(point)));
    return line.toString();
  }

  /**
   * The line of the first indentation with a tab, as far as the parser got: it stops at the first.
   */
  private static Optional<Integer> firstTab(String yaml, int lastLine) {
    String[] lines = yaml.split("\r\n|\r|\n", -1);
    for (int i = 0; i < Math.min(lines.length, lastLine); i++) {
      String indentation =
          lines[i].substring(0, lines[i].length() - lines[i].stripLeading().length());
      if (indentation.indexOf('\t') >= 0 && !lines[i].isBlank()) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static int lineOf(String yaml, int position) {
    int end = Math.min(position, yaml.length());
    return 1 + (int) yaml.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
