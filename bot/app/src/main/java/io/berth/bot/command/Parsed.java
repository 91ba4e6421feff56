// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.function.Function;

/**
 * What a line of text came to: a command to run, or the sentence that says what is wrong with it.
 */
public sealed interface Parsed {
  /** The text was understood and keeps every rule. */
  record Run(Command command) implements Parsed {
    @Override
    public <R> R fold(Function<Command, R> run, Function<String, R> reply) {
      return run.apply(command);
    }
  }

  /**
   * Nothing is to be done but to post this.
   *
   * @param text plain text, one clear sentence for each mistake, a line each
   */
  record Reply(String text) implements Parsed {
    @Override
    public <R> R fold(Function<Command, R> run, Function<String, R> reply) {
      return reply.apply(text);
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(Function<Command, R> run, Function<String, R> reply);
}
