// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.Attempt;
import io.berth.bot.ledger.Claim;
import io.berth.bot.ledger.Request;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.CallHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The call of one attempt. Its timestamp is the one that was stored with the attempt, not the
 * moment of sending: a call that is held up too long is refused, and that bounds how late it can
 * have an effect.
 */
final class Calling {
  /**
   * A call is refused when its signature is five minutes old; its approval need not live longer.
   */
  private static final Duration APPROVAL_LIVES = Duration.ofMinutes(10);

  private final Bench bench;

  Calling(Bench bench) {
    this.bench = bench;
  }

  Reply call(Claim.Claimed claimed) {
    Request request = claimed.request();
    Attempt attempt = claimed.attempt();
    String webhookId = request.id() + "-" + attempt.token();
    Instant deadline = attempt.signedAt().plus(bench.settings().callTimeout()).plusSeconds(1);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CallHeaders.APPROVAL, bench.signer().sign(approval(claimed)));
    headers.put(CallHeaders.DEADLINE, Long.toString(deadline.toEpochMilli()));
    headers.put(CallHeaders.TRACEPARENT, Trace.parent(request.id(), webhookId));
    byte[] body = request.parametersJson().getBytes(UTF_8);
    return bench
        .calls()
        .client()
        .call(request.function(), webhookId, attempt.signedAt(), body, headers);
  }

  private static Approval approval(Claim.Claimed claimed) {
    Request request = claimed.request();
    Instant signedAt = claimed.attempt().signedAt();
    Instant soon = signedAt.plus(APPROVAL_LIVES);
    Instant until = claimed.approvedUntil();
    List<String> voters = request.votes().stream().filter(Vote::approves).map(Vote::voter).toList();
    return new Approval(
        request.id(),
        request.function(),
        request.parametersSha256(),
        request.requester(),
        voters.isEmpty() ? List.of("policy:" + request.terms().rule()) : voters,
        signedAt,
        until.isBefore(soon) ? until : soon);
  }
}
