// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import java.util.List;
import java.util.function.Function;

/** What the reading of a configuration came to. */
public sealed interface Loaded {
  /**
   * It can be used.
   *
   * @param warnings what is allowed but hardly meant, a sentence each
   */
  record Ok(BerthConfig config, List<String> warnings) implements Loaded {
    public Ok {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It cannot be used.
   *
   * @param sentences every mistake: where, what, and the way out; never a secret
   */
  record Bad(List<String> sentences) implements Loaded {
    public Bad {
      sentences = List.copyOf(sentences);
    }
  }

  /** Gives the answer of the case that it is. */
  default <R> R fold(Function<Ok, R> ok, Function<Bad, R> bad) {
    return this instanceof Ok o ? ok.apply(o) : bad.apply((Bad) this);
  }
}
