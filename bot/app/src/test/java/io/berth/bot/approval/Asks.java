// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.command.Ask;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import java.time.Instant;
import java.util.Optional;

/** Asks and votes for the tests of the policy, written as people type them. */
final class Asks {
  private static final CommandParser PARSER = new CommandParser("/tcr", "ap-guangzhou");

  private Asks() {}

  static Ask of(String text) {
    return PARSER
        .parse("create " + text)
        .fold(
            command -> ((Command.Create) command).ask(),
            reply -> {
              throw new AssertionError(reply);
            });
  }

  static Vote yes(String voter) {
    return new Vote(voter, true, Optional.empty(), Instant.EPOCH);
  }

  static Vote no(String voter, String reason) {
    return new Vote(voter, false, Optional.of(reason).filter(r -> !r.isEmpty()), Instant.EPOCH);
  }
}
