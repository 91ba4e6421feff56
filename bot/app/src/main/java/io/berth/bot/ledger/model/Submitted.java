// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.function.Function;

/** What became of a submission. */
public sealed interface Submitted {
  /** The request the answer is about: the new one, or the one that was there before. */
  Request request();

  /** Stored now. */
  record Stored(Request request) implements Submitted {
    @Override
    public <R> R fold(
        Function<Stored, R> stored,
        Function<Duplicate, R> duplicate,
        Function<AlreadyAsked, R> alreadyAsked) {
      return stored.apply(this);
    }
  }

  /** The same delivery was stored before; this is that request, nothing was added. */
  record Duplicate(Request request) implements Submitted {
    @Override
    public <R> R fold(
        Function<Stored, R> stored,
        Function<Duplicate, R> duplicate,
        Function<AlreadyAsked, R> alreadyAsked) {
      return duplicate.apply(this);
    }
  }

  /**
   * A request that is not finished already asks for a thing of this name; nothing was stored.
   *
   * @param part of that request, which asks for it
   */
  record AlreadyAsked(Request request, Part part) implements Submitted {
    @Override
    public <R> R fold(
        Function<Stored, R> stored,
        Function<Duplicate, R> duplicate,
        Function<AlreadyAsked, R> alreadyAsked) {
      return alreadyAsked.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(
      Function<Stored, R> stored,
      Function<Duplicate, R> duplicate,
      Function<AlreadyAsked, R> alreadyAsked);
}
