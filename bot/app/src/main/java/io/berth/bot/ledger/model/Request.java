// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import io.berth.bot.approval.Ballot;
import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.bot.kind.Proposal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One request as the ledger holds it at one moment.
 *
 * @param id 26 characters, Crockford base 32
 * @param sha256 of the parts' parameters as they were stored; votes are bound to it
 * @param ballot the terms as they stood when the request was stored, and the votes so far
 * @param parts at least one, by their numbers
 */
public record Request(
    String id,
    Origin origin,
    String sha256,
    Ballot ballot,
    Times times,
    State state,
    List<Part> parts) {
  public Request {
    Objects.requireNonNull(id);
    Objects.requireNonNull(state);
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("request " + id + " has no part");
    }
  }

  /** Who asked. */
  public String requester() {
    return origin.requester();
  }

  /** What it takes to approve it. */
  public Terms terms() {
    return ballot.terms();
  }

  /** The votes so far, in the order in which they were counted. */
  public List<Vote> votes() {
    return ballot.votes();
  }

  /** The part of that number. */
  public Optional<Part> part(int number) {
    return parts.stream().filter(part -> part.id().number() == number).findFirst();
  }

  /** Whether there is only one. */
  public boolean isSingle() {
    return parts.size() == 1;
  }

  /** What was asked for, for the policy and for people. */
  public Proposal proposal() {
    return new Proposal(
        parts.stream().map(Part::spec).toList(), origin.team(), origin.reason(), List.of());
  }

  /** Whether nothing of it was sent yet. */
  public boolean isUntouched() {
    return parts.stream().allMatch(part -> part.token() == 0);
  }
}
