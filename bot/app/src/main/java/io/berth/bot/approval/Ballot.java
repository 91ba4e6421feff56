// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.voice.PolicyPhrase;
import io.berth.bot.voice.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The votes on one request. One denial of an approver decides; otherwise enough different approvers
 * do, for every clause of the terms.
 *
 * @param requester who asked, and whose vote counts for nothing
 * @param votes in the order in which they were cast
 */
public record Ballot(Terms terms, String requester, List<Vote> votes) {
  public Ballot {
    votes = List.copyOf(votes);
  }

  /** The same votes under other terms. */
  Ballot under(Terms others) {
    return new Ballot(others, requester, votes);
  }

  /**
   * What the votes come to. A vote of somebody who is not among the approvers, or of the requester,
   * counts for nothing, whoever let it into the ledger; of several votes of one person the first
   * counts.
   */
  public Verdict verdict() {
    List<Vote> counted = counted();
    return counted.stream()
        .filter(vote -> !vote.approves())
        .findFirst()
        .<Verdict>map(veto -> new Verdict.Denied(denied(veto)))
        .orElseGet(() -> approvals(counted.stream().map(Vote::voter).toList()));
  }

  private List<Vote> counted() {
    List<Vote> counted = new ArrayList<>();
    for (Vote vote : votes) {
      boolean may = terms.approvers().contains(vote.voter()) && !vote.voter().equals(requester);
      boolean again = counted.stream().anyMatch(v -> v.voter().equals(vote.voter()));
      if (may && !again) {
        counted.add(vote);
      }
    }
    return counted;
  }

  /** Who has approved so far, as far as it counts. */
  public List<String> approved() {
    return counted().stream().filter(Vote::approves).map(Vote::voter).toList();
  }

  private static Sentence denied(Vote veto) {
    return veto.reason()
        .map(r -> PolicyPhrase.DENIED_BECAUSE.with("voter", veto.voter(), "reason", r))
        .orElseGet(() -> PolicyPhrase.DENIED.with("voter", veto.voter()));
  }

  private Verdict approvals(List<String> given) {
    List<Sentence> missing = new ArrayList<>();
    for (Clause clause : terms.clauses()) {
      missing(clause, given).ifPresent(missing::add);
    }
    if (!missing.isEmpty()) {
      return new Verdict.Waiting(Policy.joined(missing));
    }
    return new Verdict.Approved(
        terms.needsApproval()
            ? PolicyPhrase.APPROVED.with("people", People.allOf(given))
            : PolicyPhrase.NOBODY_HAD_TO.with());
  }

  private Optional<Sentence> missing(Clause clause, List<String> given) {
    List<String> mine = given.stream().filter(clause.approvers()::contains).toList();
    if (mine.size() >= clause.needed()) {
      return Optional.empty();
    }
    List<String> left =
        clause.approvers().stream()
            .filter(id -> !mine.contains(id) && !id.equals(requester))
            .toList();
    return Optional.of(
        PolicyPhrase.WAITING.with(
            "given",
            mine.size(),
            "approvals",
            PolicyPhrase.APPROVALS.with("count", clause.needed()),
            "soFar",
            mine.isEmpty() ? "" : " (" + People.allOf(mine) + ")",
            "people",
            People.anyOf(left)));
  }
}
