// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import java.util.List;

/**
 * What a deploy did with one function, or would do.
 *
 * @param changes what was updated, e.g. {@code code} or {@code MemorySize 256 -> 512}; empty unless
 *     {@link State#UPDATED}
 * @param url its Function URL; empty when a dry run cannot know it yet
 */
public record DeployedFunction(
    String namespace, String name, State state, List<String> changes, String url) {
  public DeployedFunction {
    changes = List.copyOf(changes);
  }

  /** What happened to it. */
  public enum State {
    CREATED("created", "would create"),
    UPDATED("updated", "would update"),
    UNCHANGED("unchanged", "unchanged");

    private final String word;
    private final String planned;

    State(String word, String planned) {
      this.word = word;
      this.planned = planned;
    }

    /** The word for it: in the past, or as a plan. */
    public String word(boolean dryRun) {
      return dryRun ? planned : word;
    }
  }
}
