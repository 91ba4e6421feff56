// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a field of the parameters for an id that is not known yet. It is what people approve;
 * the id is put in its place just before the call, from the ledger or the cloud and never from
 * text.
 */
public sealed interface Reference {
  /**
   * The id that another part of the same request leads to.
   *
   * @param number that part, from 1
   */
  record OfPart(int number) implements Reference {
    @Override
    public Map<String, Object> toJson() {
      return Map.of(FIELD, "part " + number);
    }

    @Override
    public <R> R fold(Function<OfPart, R> ofPart, Function<Named, R> named) {
      return ofPart.apply(this);
    }
  }

  /**
   * The id of something that is there already.
   *
   * @param kind the word of a kind that is found by name, e.g. {@code registry}
   */
  record Named(String kind, String name) implements Reference {
    @Override
    public Map<String, Object> toJson() {
      return Map.of(FIELD, kind + " " + name);
    }

    @Override
    public <R> R fold(Function<OfPart, R> ofPart, Function<Named, R> named) {
      return named.apply(this);
    }
  }

  /** The only field of the object that stands for a reference. */
  String FIELD = "reference";

  /** {@code part 1}. */
  Pattern PART = Pattern.compile("part ([1-9][0-9]{0,3})");

  /** {@code registry payments}. */
  Pattern NAMED = Pattern.compile("([a-z]+) (.+)", Pattern.DOTALL);

  /** The object in the field's place: {@code {"reference":"part 1"}}. */
  Map<String, Object> toJson();

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<OfPart, R> ofPart, Function<Named, R> named);

  /**
   * The reference that this value is; nothing when it is none, or one that cannot be understood.
   */
  static Optional<Reference> of(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)
        || object.size() != 1
        || !(object.get(FIELD) instanceof String text)) {
      return Optional.empty();
    }
    Matcher part = PART.matcher(text);
    return part.matches() ? Optional.of(new OfPart(Integer.parseInt(part.group(1)))) : named(text);
  }

  private static Optional<Reference> named(String text) {
    Matcher words = NAMED.matcher(text);
    return words.matches() && Kinds.of(words.group(1)).flatMap(Kind::names).isPresent()
        ? Optional.of(new Named(words.group(1), words.group(2)))
        : Optional.empty();
  }
}
