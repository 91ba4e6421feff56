// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.auth.Callers;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which callers must carry an approval to create something ({@code BERTH_REQUIRE_APPROVAL}): all,
 * which is also what an unset variable means, none, or the named ones.
 */
public record ApprovalRule(boolean all, Set<String> named) {
  public ApprovalRule {
    named = Set.copyOf(named);
  }

  /**
   * Reads {@code true}, {@code false} or names separated by commas; blank is {@code true}.
   *
   * @throws IllegalArgumentException when a name is not one of the callers, because a misspelt name
   *     would let somebody in
   */
  public static ApprovalRule parse(String text, Callers callers) {
    String value = text.strip();
    if (value.isEmpty() || value.equals("true")) {
      return new ApprovalRule(true, Set.of());
    }
    if (value.equals("false")) {
      return new ApprovalRule(false, Set.of());
    }
    Set<String> named = new TreeSet<>();
    for (String part : value.split(",", -1)) {
      String name = part.strip();
      if (callers.all().stream().noneMatch(caller -> caller.name().equals(name))) {
        throw new IllegalArgumentException(
            "BERTH_REQUIRE_APPROVAL must be true, false or names out of BERTH_CALLERS; '"
                + name
                + "' is none of them");
      }
      named.add(name);
    }
    return new ApprovalRule(false, named);
  }

  /** Whether this caller must carry one. */
  public boolean asks(String caller) {
    return all || named.contains(caller);
  }

  /** Whether anybody must. */
  public boolean asksAnybody() {
    return all || !named.isEmpty();
  }
}
