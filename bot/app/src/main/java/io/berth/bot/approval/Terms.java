// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What it takes to approve one request, kept with the request as it was when it was asked: what
 * every rule asks for that matched one of its parts, all of it.
 *
 * @param clauses at least one, each rule once
 */
public record Terms(List<Clause> clauses) {
  public Terms {
    clauses = List.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("terms without a clause");
    }
  }

  /** Terms of a single rule. */
  public static Terms of(int needed, List<String> approvers, String rule) {
    return new Terms(List.of(new Clause(needed, approvers, rule)));
  }

  /** Whether anybody has to approve. */
  public boolean needsApproval() {
    return clauses.stream().anyMatch(clause -> clause.needed() > 0);
  }

  /** How many different approvals it takes at least. */
  public int needed() {
    return clauses.stream().mapToInt(Clause::needed).max().orElseThrow();
  }

  /** Everybody whose vote counts for something. */
  public List<String> approvers() {
    return clauses.stream().flatMap(clause -> clause.approvers().stream()).distinct().toList();
  }

  /** The rules that decided. */
  public String rule() {
    return clauses.stream().map(Clause::rule).collect(Collectors.joining(" and "));
  }
}
