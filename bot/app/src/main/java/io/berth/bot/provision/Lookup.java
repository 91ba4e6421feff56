// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.kind.NameLookup;
import java.util.List;

/** What the cloud shows under a name. */
sealed interface Lookup {
  /** Something of exactly this name. */
  record Found(NameLookup.NamedResource thing) implements Lookup {
    @Override
    public <R> R fold(Cases<R> cases) throws InterruptedException {
      return cases.found(thing);
    }
  }

  /** Nothing; the list may lag behind. */
  record None() implements Lookup {
    @Override
    public <R> R fold(Cases<R> cases) throws InterruptedException {
      return cases.none();
    }
  }

  /** The cloud could not be asked. */
  record Failed(String why) implements Lookup {
    @Override
    public <R> R fold(Cases<R> cases) throws InterruptedException {
      return cases.failed(why);
    }
  }

  /**
   * One method for each case.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R found(NameLookup.NamedResource thing) throws InterruptedException;

    R none() throws InterruptedException;

    R failed(String why) throws InterruptedException;
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Cases<R> cases) throws InterruptedException;

  static Lookup of(List<NameLookup.NamedResource> things) {
    return things.isEmpty() ? new None() : new Found(things.get(0));
  }
}
