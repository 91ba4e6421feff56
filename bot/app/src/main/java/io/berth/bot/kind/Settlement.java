// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.function.Function;

/** How it is found out what an attempt did whose answer was lost. */
public sealed interface Settlement {
  /**
   * By its name and its tag: a thing of that name is looked for, and is ours exactly when it
   * carries the request's id. A second attempt is harmless, because the name is unique.
   */
  record ByName(NameLookup lookup) implements Settlement {
    @Override
    public <R> R fold(Function<ByName, R> byName, Function<ByMark, R> byMark) {
      return byName.apply(this);
    }
  }

  /**
   * By the mark of the attempt: another attempt is made, and what the lost one may have left behind
   * is disabled later, when it can have no effect any more.
   */
  record ByMark(MarkLookup lookup) implements Settlement {
    @Override
    public <R> R fold(Function<ByName, R> byName, Function<ByMark, R> byMark) {
      return byMark.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<ByName, R> byName, Function<ByMark, R> byMark);
}
