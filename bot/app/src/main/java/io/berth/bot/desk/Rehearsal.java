// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import io.berth.bot.approval.Decision;
import io.berth.bot.approval.Policy;
import io.berth.bot.command.Ask;
import io.berth.bot.command.Particulars;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what would happen to an ask, and does nothing: for {@code explain} and for the command
 * line's {@code try}.
 */
public final class Rehearsal {
  private final Policy policy;

  public Rehearsal(Policy policy) {
    this.policy = policy;
  }

  /** The canonical form, how values were read, and the policy's decision, a line each. */
  public String of(Ask ask, String requester) {
    Decision decision = policy.decide(ask, requester);
    List<String> lines = new ArrayList<>(understood(ask));
    lines.add(decision.sentence());
    lines.add("Nothing was stored.");
    return String.join("\n", lines);
  }

  /** What was understood, without the policy. */
  public static List<String> understood(Ask ask) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Understood: "
            + Particulars.commandLine(ask.parameters().function(), ask.parameters().toJson()));
    lines.addAll(ask.notes());
    return lines;
  }
}
