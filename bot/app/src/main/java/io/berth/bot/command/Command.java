// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Proposal;
import java.util.Optional;

/** Something that a person told Berth to do, after the text was understood and found right. */
public sealed interface Command {
  /** Ask for something. */
  record Create(Proposal proposal) implements Command {}

  /** Say what would happen to such a request, and do nothing. */
  record Explain(Proposal proposal) implements Command {}

  /** Show one's own latest requests. */
  record ListRequests() implements Command {}

  /** Show one request. */
  record Show(String id) implements Command {}

  /** Approve ({@code approves}) or deny a request by its id. */
  record CastVote(String id, boolean approves, Optional<String> reason) implements Command {}

  /** Withdraw one's own request. */
  record Cancel(String id) implements Command {}

  /** Say who Berth thinks the person is. */
  record WhoAmI() implements Command {}

  /** Explain the commands, or one of them. */
  record Help(Optional<String> topic) implements Command {}

  /**
   * One method for each command; a new command does not compile until everybody has an answer to
   * it.
   */
  interface Cases<R> {
    R create(Proposal proposal);

    R explain(Proposal proposal);

    R list();

    R show(String id);

    R vote(CastVote vote);

    R cancel(String id);

    R whoAmI();

    R help(Optional<String> topic);
  }

  /** Gives the answer of the case that it is. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof Create create) {
      return cases.create(create.proposal());
    } else if (this instanceof Explain explain) {
      return cases.explain(explain.proposal());
    } else if (this instanceof ListRequests) {
      return cases.list();
    } else if (this instanceof Show show) {
      return cases.show(show.id());
    } else if (this instanceof CastVote vote) {
      return cases.vote(vote);
    } else if (this instanceof Cancel cancel) {
      return cases.cancel(cancel.id());
    } else if (this instanceof WhoAmI) {
      return cases.whoAmI();
    }
    return cases.help(((Help) this).topic());
  }
}
