// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.contract.ApiRequest;
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
final class AttemptCall {
  /**
   * A call is refused when its signature is five minutes old; its approval need not live longer.
   */
  private static final Duration APPROVAL_LIVES = Duration.ofMinutes(10);

  private final StepContext context;

  AttemptCall(StepContext context) {
    this.context = context;
  }

  FunctionReply send(Claim.Claimed claimed) {
    Part part = claimed.part();
    Attempt attempt = claimed.attempt();
    String webhookId = part.id().requestId() + "-" + attempt.token();
    Instant deadline = attempt.signedAt().plus(context.settings().callTimeout()).plusSeconds(1);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CallHeaders.APPROVAL, context.signer().sign(approval(claimed)));
    headers.put(CallHeaders.DEADLINE, Long.toString(deadline.toEpochMilli()));
    headers.put(CallHeaders.TRACEPARENT, Trace.parent(part.id().requestId(), webhookId));
    byte[] body = part.parameters().write().getBytes(UTF_8);
    return context
        .calls()
        .client()
        .call(part.kind().function(), webhookId, attempt.signedAt(), body, headers);
  }

  /** Of this very call: the part's parameters with every reference filled. */
  private static Approval approval(Claim.Claimed claimed) {
    Request request = claimed.request();
    Part part = claimed.part();
    Instant signedAt = claimed.attempt().signedAt();
    Instant soon = signedAt.plus(APPROVAL_LIVES);
    Instant until = claimed.approvedUntil();
    List<String> approvers = request.ballot().approved();
    return new Approval(
        request.id(),
        part.kind().function(),
        ApiRequest.sha256(part.kind().function(), part.parameters().write()),
        request.requester(),
        approvers.isEmpty() ? List.of("policy:" + request.terms().rule()) : approvers,
        signedAt,
        until.isBefore(soon) ? until : soon);
  }
}
