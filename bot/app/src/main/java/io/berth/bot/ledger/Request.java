// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.contract.FunctionName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One request as the ledger holds it at one moment.
 *
 * @param id 26 characters, Crockford base 32
 * @param parametersJson canonical JSON of the parameters, exactly what votes and approval bind to
 * @param parametersSha256 base64url SHA-256 of function name, newline, {@code parametersJson}
 * @param requester who asked: a Slack user id, or {@code webhook:NAME}
 * @param workspace the Slack team id, or {@code webhook}
 * @param terms the approval rule as it stood when the request was stored
 * @param token number of the newest attempt, 0 before the first
 * @param expiresAt until when votes are counted
 * @param resourceId RegistryId or RegisterCodeId once created
 * @param progress status of the registry in the cloud: Pending, Deploying, Running
 * @param failure one sentence for people, in FAILED and NEEDS_OPERATOR
 * @param adopted true when the resource was found again after a lost answer
 * @param sealedValueWaiting true while a register code's sealed value can still be revealed
 * @param votes in the order they were counted
 */
public record Request(
    String id,
    FunctionName function,
    String parametersJson,
    String parametersSha256,
    String requester,
    String workspace,
    Optional<String> team,
    Optional<String> reason,
    Terms terms,
    State state,
    int token,
    Instant createdAt,
    Instant expiresAt,
    Optional<String> resourceId,
    Optional<String> progress,
    Optional<String> failure,
    boolean adopted,
    boolean sealedValueWaiting,
    Optional<Instant> revealedAt,
    List<Vote> votes) {

  public Request {
    Objects.requireNonNull(id);
    Objects.requireNonNull(state);
    votes = List.copyOf(votes);
  }
}
