// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Proposal;
import java.time.Instant;
import java.util.Optional;

/** Proposals and votes for the tests of the policy, written as people type them. */
final class Proposals {
  private static final CommandParser PARSER = new CommandParser("/tcr", "ap-guangzhou");

  private Proposals() {}

  static Proposal of(String text) {
    return PARSER
        .parse("create " + text)
        .fold(
            command -> ((Command.Create) command).proposal(),
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
