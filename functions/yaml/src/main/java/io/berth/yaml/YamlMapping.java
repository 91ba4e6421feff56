// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * One mapping of the file, read key by key. A mistake is noted and the reading goes on: a method
 * returns nothing both after a mistake and for a key that is absent. Whether a key must be there is
 * asked with {@link #require}.
 */
public final class YamlMapping {
  private final String name;
  private final int line;
  private final Map<String, YamlEntry> entries;
  private final YamlContext context;

  /** A value and the line of its key. */
  private record YamlEntry(int line, YamlNode value) {}

  private YamlMapping(String name, int line, Map<String, YamlEntry> entries, YamlContext context) {
    this.name = name;
    this.line = line;
    this.entries = entries;
    this.context = context;
  }

  /** {@code node} as a mapping that is called {@code name}, or nothing after a mistake. */
  static Optional<YamlMapping> of(YamlNode node, String name, int line, YamlContext context) {
    if (!node.isMapping()) {
      context.mistakes().add(line, context.dialect().notMapping(name));
      return Optional.empty();
    }
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.entries()) {
      YamlNode key = new YamlNode(tuple.getKeyNode());
      YamlEntry entry = new YamlEntry(key.line(), new YamlNode(tuple.getValueNode()));
      key.scalar().ifPresent(text -> entries.putIfAbsent(text, entry));
    }
    return Optional.of(new YamlMapping(name, line, entries, context));
  }

  /** A mapping of the same file without entries, for a part that is absent. */
  public YamlMapping empty(String otherName) {
    return new YamlMapping(otherName, line, Map.of(), context);
  }

  /**
   * This mapping with what it lacks taken from {@code defaults}, not deep: what says nothing, "",
   * 0, false or an empty mapping counts as lacking.
   */
  public YamlMapping withDefaults(YamlMapping defaults) {
    Map<String, YamlEntry> merged = new LinkedHashMap<>(entries);
    defaults.entries.forEach(
        (key, entry) -> merged.merge(key, entry, (own, d) -> own.value().isFalsy() ? d : own));
    return new YamlMapping(name, line, merged, context);
  }

  /** This mapping without the keys that are not {@code known}. */
  public YamlMapping only(List<String> known) {
    Map<String, YamlEntry> kept = new LinkedHashMap<>(entries);
    kept.keySet().retainAll(known);
    return new YamlMapping(name, line, kept, context);
  }

  /** What sentences call it. */
  public String name() {
    return name;
  }

  public int line() {
    return line;
  }

  /** The line of {@code key}, or of the mapping itself when the key is absent. */
  public int line(String key) {
    return entry(key).map(YamlEntry::line).orElse(line);
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Whether {@code key} is there and says something. */
  public boolean isGiven(String key) {
    return entry(key).filter(entry -> !entry.value().isNull()).isPresent();
  }

  public boolean isMapping(String key) {
    return entry(key).filter(entry -> entry.value().isMapping()).isPresent();
  }

  /** What sentences call {@code key}. */
  public String name(String key) {
    return context.name(name, key);
  }

  /** Notes a mistake at {@code key}. */
  public void mistake(String key, String sentence) {
    context.mistakes().add(line(key), sentence);
  }

  /** Notes a mistake at {@code key}: {@code rest} goes on after the key's name. */
  public void refuse(String key, String rest) {
    mistake(key, name(key) + " " + rest);
  }

  /** Notes a mistake of the mapping as a whole: {@code rest} goes on after its name. */
  public void refuse(String rest) {
    context.mistakes().add(line, name + " " + rest);
  }

  /** Notes what is allowed but hardly meant: {@code rest} goes on after the key's name. */
  public void warn(String key, String rest) {
    note(key, name(key) + " " + rest);
  }

  /** Notes what is allowed but worth knowing. */
  public void note(String key, String sentence) {
    context.mistakes().note(line(key), sentence);
  }

  /** Notes a mistake for every key that is not {@code known}. */
  public YamlMapping allowOnly(List<String> known) {
    return allowOnly(known, Map.of());
  }

  /** The same, with a sentence of its own in {@code ways} for some keys. */
  public YamlMapping allowOnly(List<String> known, Map<String, String> ways) {
    List<String> unknown = new ArrayList<>(keys());
    unknown.removeAll(known);
    for (String key : unknown) {
      String written = context.interpolation().written(key);
      String sentence = context.dialect().unknown(name, written) + Alternatives.of(key, known);
      mistake(key, ways.getOrDefault(key, sentence));
    }
    return this;
  }

  /** Notes a mistake when {@code key} is absent; {@code way} says what to write. */
  public void require(String key, String way) {
    if (!has(key)) {
      context.mistakes().add(line, context.dialect().missing(name, key) + "; " + way);
    }
  }

  /** The mapping at {@code key}, which sentences call {@code inner}. */
  public Optional<YamlMapping> mapping(String key, String inner) {
    return entry(key).flatMap(entry -> of(entry.value(), inner, entry.line(), context));
  }

  /**
   * The mapping at {@code key} by its own name. One that is missing reads as empty, so that its
   * required keys are named.
   */
  public YamlMapping section(String key) {
    if (!isGiven(key)) {
      return new YamlMapping(name(key), line(key), Map.of(), context);
    }
    return mapping(key, name(key))
        .orElseGet(() -> new YamlMapping(name(key), line(key), Map.of(), context.muted()));
  }

  /** The mappings of a list, named {@code key[0]} and so on. */
  public List<YamlMapping> sections(String key) {
    List<YamlNode> elements = elements(key);
    return IntStream.range(0, elements.size())
        .mapToObj(i -> element(name(key) + "[" + i + "]", elements.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<YamlMapping> element(String inner, YamlNode node) {
    return of(node, inner, node.line(), context);
  }

  /** The text at {@code key}. */
  public Optional<String> text(String key) {
    return scalar(key).flatMap(YamlScalar::text).map(YamlText::value);
  }

  /** The text at {@code key}, or {@code otherwise}. */
  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that must be there and not be blank; "" after a mistake. */
  public String requiredText(String key) {
    if (!isGiven(key)) {
      mistake(key, context.dialect().missing(name, key) + "; add it");
      return "";
    }
    Optional<String> text = text(key);
    text.filter(String::isBlank).ifPresent(blank -> refuse(key, "is empty; give it a value"));
    return text.orElse("");
  }

  /** The texts of a list; one text alone counts as a list of it. */
  public List<YamlText> texts(String key) {
    return scalars(key).stream().map(YamlScalar::text).flatMap(Optional::stream).toList();
  }

  /** The texts of a list, each of which must be one of {@code known}. */
  public List<String> words(String key, Collection<String> known) {
    List<YamlText> texts = texts(key);
    texts.stream()
        .filter(text -> !known.contains(text.value()))
        .map(text -> text.shown() + " is not known" + Alternatives.of(text.value(), known))
        .forEach(rest -> refuse(key, rest));
    return texts.stream().map(YamlText::value).toList();
  }

  /** The whole number at {@code key}, when it is within {@code bounds}. */
  public Optional<Integer> wholeNumber(String key, Bounds bounds) {
    return scalar(key).flatMap(scalar -> scalar.wholeNumber(bounds));
  }

  /** The {@code true} or {@code false} at {@code key}. */
  public Optional<Boolean> flag(String key) {
    return scalar(key).flatMap(YamlScalar::flag);
  }

  /** The time at {@code key}, which must lie between {@code least} and {@code most}. */
  public Optional<Duration> duration(String key, Duration least, Duration most) {
    return scalar(key).flatMap(scalar -> scalar.duration(least, most));
  }

  /** A secret by reference, which must be there; an empty one after a mistake. */
  public Secret secret(String key) {
    if (entry(key).filter(entry -> entry.value().isList()).isPresent()) {
      refuse(key, "must be one secret, not a list");
    }
    return secrets(key).stream().findFirst().orElse(Secret.of(""));
  }

  /** Secrets by reference, at least one. */
  public List<Secret> secrets(String key) {
    List<YamlScalar> scalars = scalars(key);
    if (scalars.isEmpty()) {
      refuse(key, "is missing; give it as ${NAME}, or file:PATH to a file with chmod 600");
    }
    return scalars.stream().map(YamlScalar::secret).flatMap(Optional::stream).toList();
  }

  /** What stands at {@code key}, as it is written, inside a sentence: its value may be a secret. */
  public String shown(String key) {
    return scalar(key).map(YamlScalar::shown).orElse("");
  }

  /** The value at {@code key}; where kinds are not looked at, one that says nothing is absent. */
  private Optional<YamlScalar> scalar(String key) {
    return entry(key)
        .filter(entry -> context.dialect().isTyped() || isGiven(key))
        .map(entry -> scalar(key, entry.value()));
  }

  private List<YamlScalar> scalars(String key) {
    return elements(key).stream().map(element -> scalar(key, element)).toList();
  }

  private YamlScalar scalar(String key, YamlNode node) {
    return new YamlScalar(name(key), line(key), node, context);
  }

  private List<YamlNode> elements(String key) {
    return entry(key)
        .filter(entry -> !entry.value().isNull())
        .map(entry -> entry.value().elements())
        .orElse(List.of());
  }

  private Optional<YamlEntry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }
}
