// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the value of an option looks like. */
public sealed interface Shape {
  /** Free text of at most {@code most} characters for people to read; may mention somebody. */
  record Prose(int most) implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.prose(this);
    }
  }

  /** Text that the contract's validator judges. */
  record Word() implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.word();
    }
  }

  /**
   * A whole number.
   *
   * @param least the lowest that makes sense here; the validator may know more
   * @param most the highest
   * @param above the way out for somebody who wants more than {@code most}; empty when there is
   *     none
   */
  record Whole(long least, long most, String above) implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.whole(this);
    }
  }

  /** One of a few words, in any case, each with the value that the API takes. */
  record Choice(Map<String, Object> values) implements Shape {
    public Choice {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.choice(this);
    }
  }

  /** {@code key=value}. */
  record Pair() implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.pair();
    }
  }

  /** No value at all; {@code on} is what the API gets. */
  record Flag(Object on) implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.flag(this);
    }
  }

  /**
   * Something that is there already: its id in the cloud, or its name, which becomes a {@link
   * Reference}.
   *
   * @param kind the kind of thing by its word, e.g. {@code registry}
   */
  record Existing(String kind) implements Shape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.existing(this);
    }
  }

  /**
   * Gives the answer of the case that it is.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R prose(Prose prose);

    R word();

    R whole(Whole whole);

    R choice(Choice choice);

    R pair();

    R flag(Flag flag);

    R existing(Existing existing);
  }

  /** Gives the answer of the case that it is; a new shape does not compile without one. */
  <R> R fold(Cases<R> cases);
}
