// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 as one node; every way in which a text is no YAML is one sentence. */
final class YamlParser {
  private static final int MOST_ALIASES = 20;
  private static final int MOST_DEPTH = 20;
  private static final Pattern TAB = Pattern.compile("(?m)^ *+\t(?=[ \t]*+\\S)");
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setAllowNonScalarKeys(true).build();

  private final YamlContext context;

  YamlParser(YamlContext context) {
    this.context = context;
  }

  /** The document, or nothing after noting why there is none. */
  Optional<YamlNode> parse(String yaml) {
    try {
      return isTooTangled(new Parse(SETTINGS).parseString(yaml))
          ? Optional.empty()
          : new Compose(SETTINGS).composeString(yaml).map(YamlNode::new).or(this::empty);
    } catch (MarkedYamlEngineException e) {
      addSyntax(yaml, e);
    } catch (ReaderException e) {
      String character = Echo.codePoint(e.getCodePoint());
      add(
          lineAt(yaml, e.getPosition()),
          "the character " + character + " is not allowed in YAML; remove it");
    } catch (YamlEngineException e) {
      add(0, "not YAML: " + shown(e.getMessage()) + "; correct it");
    }
    return Optional.empty();
  }

  private Optional<YamlNode> empty() {
    Optional<String> sentence = context.dialect().empty();
    sentence.ifPresent(fault -> add(1, fault));
    return sentence.isPresent()
        ? Optional.empty()
        : Optional.of(new YamlNode(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK)));
  }

  /**
   * Looks at the events first, one by one: the composer would follow nesting until the stack ends.
   */
  private boolean isTooTangled(Iterable<Event> events) {
    int depth = 0;
    List<Integer> aliases = new ArrayList<>();
    for (Event event : events) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > MOST_DEPTH) {
        add(line(event.getStartMark()), context.dialect().tooDeep(MOST_DEPTH));
        return true;
      }
      if (event.getEventId() == Event.ID.Alias) {
        aliases.add(line(event.getStartMark()));
      }
    }
    return hasTooMany(aliases);
  }

  private boolean hasTooMany(List<Integer> aliases) {
    if (aliases.size() <= MOST_ALIASES) {
      return false;
    }
    context
        .mistakes()
        .add(
            context
                .dialect()
                .tooManyAliases(MOST_ALIASES, aliases.size(), aliases.get(MOST_ALIASES)));
    return true;
  }

  private void addSyntax(String yaml, MarkedYamlEngineException e) {
    int line = line(e.getProblemMark());
    Optional<MatchResult> tab = firstTab(yaml, line);
    if (tab.isPresent()) {
      int column = tab.get().end() - tab.get().start();
      add(lineAt(yaml, tab.get().start()), context.dialect().tab(column));
    } else if (String.valueOf(e.getContext()).contains("expected a single document")) {
      add(line, context.dialect().secondDocument());
    } else {
      add(line, problem(e));
    }
  }

  private String problem(MarkedYamlEngineException e) {
    String column =
        e.getProblemMark().map(mark -> " at column " + (mark.getColumn() + 1)).orElse("");
    String where = e.getContext() == null ? "" : " " + e.getContext();
    return "not YAML: %s%s; correct it here".formatted(shown(e.getProblem() + where), column);
  }

  /** The first indentation with a tab, as far as the parser got: it stops at the first. */
  private static Optional<MatchResult> firstTab(String yaml, int lastLine) {
    return TAB.matcher(yaml)
        .results()
        .findFirst()
        .filter(tab -> lineAt(yaml, tab.start()) <= lastLine);
  }

  /** The parser's words, which can hold a piece of the file. */
  private String shown(String words) {
    return VisibleText.of(context.interpolation().written(words));
  }

  private void add(int line, String sentence) {
    context.mistakes().add(line, sentence);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(at -> at.getLine() + 1).orElse(0);
  }

  private static int lineAt(String yaml, int position) {
    int end = Math.min(position, yaml.length());
    return 1 + (int) yaml.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
