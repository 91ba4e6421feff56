// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.Arrays;

/** What happened to a request that somebody is told. */
public enum News {
  STORED("stored"),
  VOTE("vote"),
  APPROVED("approved"),
  REJECTED("rejected"),
  EXPIRED("expired"),
  CANCELLED("cancelled"),
  /** A part exists. */
  CREATED("created"),
  /** A part exists, and its secret waits to be revealed. */
  SECRET_READY("code-ready"),
  /** The status in the cloud of what was created changed. */
  PROGRESS("progress"),
  /** What was created can be used. */
  READY("running"),
  REVEALED("revealed"),
  /** No further attempt is made; it is looked for what the earlier ones did. */
  STOPPED("stopped"),
  FAILED("failed"),
  NEEDS_OPERATOR("needs-operator");

  private final String word;

  News(String word) {
    this.word = word;
  }

  /** The word in the ledger and in the metadata of messages; it never changes. */
  public String word() {
    return word;
  }

  /** The news of that word. */
  public static News of(String word) {
    return Arrays.stream(values())
        .filter(news -> news.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no news are called " + word));
  }
}
