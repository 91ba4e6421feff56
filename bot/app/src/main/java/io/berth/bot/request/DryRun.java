// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Decision;
import io.berth.bot.approval.Policy;
import io.berth.bot.command.CanonicalCommand;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.voice.RequestPhrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what would happen to a proposal, and does nothing: for {@code explain} and for the command
 * line's {@code try}.
 */
public final class DryRun {
  private final Policy policy;

  public DryRun(Policy policy) {
    this.policy = policy;
  }

  /** The canonical form, how values were read, and the policy's decision, a line each. */
  public String of(Proposal proposal, String requester) {
    Decision decision = policy.decide(proposal, requester);
    List<String> lines = new ArrayList<>(understood(proposal));
    lines.add(decision.sentence().text());
    lines.add(RequestPhrase.NOTHING_STORED.text());
    return String.join("\n", lines);
  }

  /** What was understood, without the policy. */
  public static List<String> understood(Proposal proposal) {
    List<String> lines = new ArrayList<>();
    for (Spec spec : proposal.parts()) {
      lines.add(RequestPhrase.UNDERSTOOD.text("command", CanonicalCommand.of(spec)));
    }
    lines.addAll(proposal.notes());
    return lines;
  }
}
