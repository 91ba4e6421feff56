// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.List;

/**
 * What one rule of the policy asks for.
 *
 * @param needed how many approvals; 0 when the rule asks nobody
 * @param approvers the user ids that may give them, the requester never among them
 * @param rule which rule of the policy decided, e.g. {@code rule 3 (kind code, permanent true)}
 */
public record Clause(int needed, List<String> approvers, String rule) {
  public Clause {
    approvers = List.copyOf(approvers);
    if (needed < 0 || needed > approvers.size()) {
      throw new IllegalArgumentException(needed + " approvals of " + approvers.size());
    }
  }
}
