// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

/** What happened to a function, or would. */
public enum DeployStatus {
  CREATED("created", "would create"),
  UPDATED("updated", "would update"),
  UNCHANGED("unchanged", "unchanged");

  private final String word;
  private final String planned;

  DeployStatus(String word, String planned) {
    this.word = word;
    this.planned = planned;
  }

  /** The word for it: in the past, or as a plan. */
  public String word(boolean dryRun) {
    return dryRun ? planned : word;
  }
}
