// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.FunctionName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one list of kinds. */
public final class Kinds {
  /** What a bare name behind {@code create} is. */
  public static final Kind USUAL = new RegistryKind();

  /** All of them, in the order of the help. */
  public static final List<Kind> ALL = List.of(USUAL, new CodeKind(), new NamespaceKind());

  private Kinds() {}

  /** The kind of that word. */
  public static Optional<Kind> of(String word) {
    return ALL.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind that this function makes. */
  public static Optional<Kind> of(FunctionName function) {
    return ALL.stream().filter(kind -> kind.function() == function).findFirst();
  }

  /** The words of all kinds. */
  public static List<String> words() {
    return ALL.stream().map(Kind::word).toList();
  }

  /** The names of all facts that are compared word by word, in the order in which they are said. */
  public static List<String> wordFacts() {
    Stream<String> own =
        facts().stream().filter(fact -> fact.comparison() == Fact.Comparison.WORD).map(Fact::name);
    return Stream.of(Stream.of("kind"), own, Stream.of("region", "team"))
        .flatMap(names -> names)
        .toList();
  }

  /** The facts of all kinds. */
  public static List<Fact> facts() {
    return ALL.stream().flatMap(kind -> kind.facts().stream()).distinct().toList();
  }
}
