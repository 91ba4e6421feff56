// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.List;

/**
 * What it takes to approve one request, kept with the request as it was when it was asked.
 *
 * @param needed how many approvals; 0 when the policy allows it at once
 * @param approvers the user ids that may approve, the requester never among them
 * @param rule which rule of the policy decided, e.g. {@code rule 3: code, permanent}
 */
public record Terms(int needed, List<String> approvers, String rule) {
  public Terms {
    approvers = List.copyOf(approvers);
    if (needed < 0 || needed > approvers.size()) {
      throw new IllegalArgumentException(needed + " approvals of " + approvers.size());
    }
  }
}
