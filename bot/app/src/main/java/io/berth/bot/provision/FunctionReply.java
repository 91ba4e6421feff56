// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import java.util.function.Function;

/** What came back from one call of a function. */
sealed interface FunctionReply {
  /** An answer of any status; the body is at most 256 KB. */
  record Answered(int status, byte[] body) implements FunctionReply {
    @Override
    public <R> R fold(
        Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Lost, R> lost) {
      return answered.apply(this);
    }
  }

  /** No connection was made: the call certainly had no effect. */
  record NotSent(String why) implements FunctionReply {
    @Override
    public <R> R fold(
        Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Lost, R> lost) {
      return notSent.apply(this);
    }
  }

  /** The call may have arrived, and no answer that can be used came back. */
  record Lost(String why) implements FunctionReply {
    @Override
    public <R> R fold(
        Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Lost, R> lost) {
      return lost.apply(this);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent, Function<Lost, R> lost);
}
