// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.util.List;
import java.util.Optional;

/**
 * One line of the policy.
 *
 * @param number its place in the policy, from 1, for sentences
 * @param approvals how many are needed; 0 allows the request at once
 * @param from the approver groups that may give them
 * @param denied when the rule forbids: the reason that people will read
 */
public record Rule(
    int number, Condition when, int approvals, List<String> from, Optional<String> denied) {
  public Rule {
    from = List.copyOf(from);
  }

  /** A rule that asks for {@code approvals} people of the groups {@code from}. */
  public static Rule approvals(int number, Condition when, int approvals, List<String> from) {
    return new Rule(number, when, approvals, from, Optional.empty());
  }

  /** A rule that asks nobody. */
  public static Rule atOnce(int number, Condition when) {
    return new Rule(number, when, 0, List.of(), Optional.empty());
  }

  /** A rule that forbids. */
  public static Rule denied(int number, Condition when, String reason) {
    return new Rule(number, when, 0, List.of(), Optional.of(reason));
  }

  /** {@code rule 3 (kind code, permanent true)}. */
  @Override
  public String toString() {
    return "rule " + number + " (" + when + ")";
  }
}
