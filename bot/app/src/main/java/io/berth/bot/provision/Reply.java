// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import java.util.function.Function;

/** What came back from one call of a function. */
sealed interface Reply {

  /** An answer of any status; the body is at most 256 KB. */
  record Answered(int status, byte[] body) implements Reply {}

  /** No connection was made: the call certainly had no effect. */
  record NotSent(String why) implements Reply {}

  /** The call may have arrived, and no answer that can be used came back. */
  record Lost(String why) implements Reply {}

  default <R> R fold(
      Function<? super Answered, ? extends R> answered,
      Function<? super NotSent, ? extends R> notSent,
      Function<? super Lost, ? extends R> lost) {
    if (this instanceof Answered a) {
      return answered.apply(a);
    }
    return this instanceof NotSent n ? notSent.apply(n) : lost.apply((Lost) this);
  }
}
