// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** The object in the field's place: {@code {"reference":"part 1"}}. */
  Map<String, Object> toJson();

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<OfPart, R> ofPart, Function<Named, R> named);

  /** The reference that this value is, if it is one. */
  static Optional<Reference> of(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)
        || object.size() != 1
        || !(object.get(FIELD) instanceof String text)) {
      return Optional.empty();
    }
    String[] words = text.split(" ", 2);
    return Optional.of(
        words[0].equals("part")
            ? new OfPart(Integer.parseInt(words[1]))
            : new Named(words[0], words[1]));
  }
}
