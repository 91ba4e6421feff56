// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import io.berth.contract.text.Suggestion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file, read key by key. A mistake is noted and the reading goes on; what a
 * method returns after a mistake only fills the place, because nobody gets a configuration that has
 * mistakes.
 */
final class Section {
  private final String path;
  private final Node node;
  private final Problems problems;
  private final Sources sources;
  private final Map<String, Node> values = new LinkedHashMap<>();

  Section(String path, Node node, Problems problems, Sources sources) {
    this.path = path;
    this.node = node;
    this.problems = problems;
    this.sources = sources;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else if (!isNothing(node)) {
      problems.add(Problems.line(node), path + " must be a mapping of keys and values.");
    }
  }

  static MappingNode emptyMapping() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
  }

  private void take(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (values.put(key, tuple.getValueNode()) != null) {
      problems.add(Problems.line(tuple.getKeyNode()), at(key) + " is given twice; give it once.");
    }
  }

  /** Refuses every key but these. */
  Section only(List<String> known) {
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            String hint = Suggestion.didYouMean(key, known);
            String way = hint.isEmpty() ? "; known here: " + String.join(", ", known) + "." : hint;
            problems.add(Problems.line(value), "unknown key " + Echo.of(at(key)) + way);
          }
        });
    return this;
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  boolean has(String key) {
    return values.containsKey(key) && !isNothing(values.get(key));
  }

  /** A mapping inside; one that is missing reads as empty, so that its required keys are named. */
  Section section(String key) {
    return new Section(at(key), values.getOrDefault(key, emptyMapping()), problems, sources);
  }

  /** The mappings of a list, named {@code key[0]} and so on. */
  List<Section> sections(String key) {
    List<Section> all = new ArrayList<>();
    List<Node> elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      all.add(new Section(at(key) + "[" + i + "]", elements.get(i), problems, sources));
    }
    return all;
  }

  /** Notes a mistake: {@code rest} goes on after the key's full name. */
  void refuse(String key, String rest) {
    Node where = values.getOrDefault(key, node);
    problems.add(Problems.line(where), (key.isEmpty() ? path : at(key)) + " " + rest);
  }

  void warn(String key, String rest) {
    problems.warn(at(key) + " " + rest);
  }

  /** A text that must be there and not be blank. */
  String text(String key) {
    String text = text(key, "");
    if (text.isBlank() && !(has(key) && failed(key))) {
      refuse(key, has(key) ? "is empty; give it a value." : "is missing; add it.");
    }
    return text;
  }

  /** Whether the key holds something that could not be read, which has been said already. */
  private boolean failed(String key) {
    return !(values.get(key) instanceof ScalarNode scalar) || !scalar.getValue().isBlank();
  }

  String text(String key, String otherwise) {
    return has(key)
        ? texts(key, List.of(values.get(key))).stream().findFirst().orElse("")
        : otherwise;
  }

  /** A list of texts; one text alone counts as a list of it. */
  List<String> texts(String key) {
    return texts(key, elements(key));
  }

  private List<String> texts(String key, List<Node> nodes) {
    List<String> all = new ArrayList<>();
    for (Node element : nodes) {
      if (element instanceof ScalarNode scalar) {
        sources.expand(scalar.getValue(), rest -> refuse(key, rest)).ifPresent(all::add);
      } else {
        refuse(key, "must be a text.");
      }
    }
    return all;
  }

  private List<Node> elements(String key) {
    Node value = values.get(key);
    return value instanceof SequenceNode list
        ? list.getValue()
        : has(key) ? List.of(value) : List.of();
  }

  /** A secret by reference; it must be there. */
  Secret secret(String key) {
    if (values.get(key) instanceof SequenceNode) {
      refuse(key, "must be one secret, not a list.");
    }
    List<Secret> secrets = secrets(key);
    return secrets.isEmpty() ? Secret.of("") : secrets.get(0);
  }

  List<Secret> secrets(String key) {
    List<Secret> all = new ArrayList<>();
    for (Node element : elements(key)) {
      String raw = element instanceof ScalarNode scalar ? scalar.getValue() : "";
      sources.secret(raw, rest -> refuse(key, rest)).ifPresent(all::add);
    }
    if (elements(key).isEmpty()) {
      refuse(key, "is missing; give it as ${NAME}, or file:PATH to a file with chmod 600.");
    }
    return all;
  }

  long whole(String key, long otherwise, long least, long most) {
    String text = text(key, Long.toString(otherwise));
    boolean number =
        !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!text.isEmpty()
        && (!number || Long.parseLong(text) < least || Long.parseLong(text) > most)) {
      refuse(key, Echo.of(text) + " is not a whole number from " + least + " to " + most + ".");
      return otherwise;
    }
    return number ? Long.parseLong(text) : otherwise;
  }

  Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    String text = text(key, Durations.show(otherwise));
    Optional<Duration> given = Durations.parse(text);
    String range = Durations.show(least) + " to " + Durations.show(most);
    if (given.isEmpty() && !text.isEmpty()) {
      refuse(key, Echo.of(text) + " is not a time; write it like 500ms, 20s, 15m or 24h.");
    } else if (given.filter(d -> d.compareTo(least) < 0 || d.compareTo(most) > 0).isPresent()) {
      refuse(key, Echo.of(text) + " is not within " + range + ".");
    }
    return given.orElse(otherwise);
  }

  /** An address that the bot will call: https, or http on this machine. */
  URI url(String key, String otherwise) {
    String text = otherwise.isEmpty() ? text(key) : text(key, otherwise);
    Optional<String> fault = text.isEmpty() ? Optional.empty() : Urls.fault(text);
    fault.ifPresent(rest -> refuse(key, rest));
    return text.isEmpty() || fault.isPresent() ? Urls.NOWHERE : URI.create(text);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }
}
