// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Proposal;
import java.util.Optional;

/** Something that a person told Berth to do, after the text was understood and found right. */
public sealed interface Command {
  /** Ask for something. */
  record Create(Proposal proposal) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.create(proposal);
    }
  }

  /** Say what would happen to such a request, and do nothing. */
  record Explain(Proposal proposal) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.explain(proposal);
    }
  }

  /** Show one's own latest requests. */
  record ListRequests() implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.list();
    }
  }

  /** Show one request. */
  record Show(String id) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.show(id);
    }
  }

  /** Approve ({@code approves}) or deny a request by its id. */
  record CastVote(String id, boolean approves, Optional<String> reason) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.vote(this);
    }
  }

  /** Withdraw one's own request. */
  record Cancel(String id) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.cancel(id);
    }
  }

  /** Say who Berth thinks the person is. */
  record WhoAmI() implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.whoAmI();
    }
  }

  /** Explain the commands, or one of them. */
  record Help(Optional<String> topic) implements Command {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.help(topic);
    }
  }

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
  <R> R fold(Cases<R> cases);
}
