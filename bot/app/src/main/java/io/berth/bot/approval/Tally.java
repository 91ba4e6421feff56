// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts votes: one denial of an approver decides, otherwise enough different approvers do. */
public final class Tally {
  private Tally() {}

  /**
   * What the votes come to. A vote of somebody who is not among the approvers, or of the requester,
   * counts for nothing, whoever let it into the ledger; of several votes of one person the first
   * counts.
   */
  public static Verdict of(Terms terms, String requester, List<Vote> votes) {
    List<Vote> counted = new ArrayList<>();
    for (Vote vote : votes) {
      boolean may = terms.approvers().contains(vote.voter()) && !vote.voter().equals(requester);
      boolean again = counted.stream().anyMatch(v -> v.voter().equals(vote.voter()));
      if (may && !again) {
        counted.add(vote);
      }
    }
    Optional<Vote> veto = counted.stream().filter(vote -> !vote.approves()).findFirst();
    return veto.<Verdict>map(v -> new Verdict.Denied(denied(v)))
        .orElseGet(() -> approvals(terms, requester, counted.stream().map(Vote::voter).toList()));
  }

  private static String denied(Vote veto) {
    return "Denied by @" + veto.voter() + veto.reason().map(r -> ": " + r).orElse(".");
  }

  private static Verdict approvals(Terms terms, String requester, List<String> given) {
    if (given.size() >= terms.needed()) {
      return new Verdict.Approved(
          terms.needed() == 0
              ? "Nobody had to approve."
              : "Approved by " + People.allOf(given) + ".");
    }
    List<String> left =
        terms.approvers().stream()
            .filter(id -> !given.contains(id) && !id.equals(requester))
            .toList();
    String soFar = given.isEmpty() ? "" : " (" + People.allOf(given) + ")";
    return new Verdict.Waiting(
        given.size()
            + " of "
            + People.approvals(terms.needed())
            + soFar
            + "; "
            + People.anyOf(left)
            + " can approve.");
  }
}
