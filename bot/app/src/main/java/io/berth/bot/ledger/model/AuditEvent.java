// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.Locale;

/**
 * What an audit row tells of. The words in the log are these names with dashes, and never change.
 */
public enum AuditEvent {
  STORED,
  VOTE,
  /** Somebody wanted to decide or to see what they may not. */
  REFUSED,
  EXPIRED,
  CANCELLED,
  ATTEMPT,
  ATTEMPT_ENDED,
  STOPPED,
  SUCCEEDED,
  FAILED,
  NEEDS_OPERATOR,
  SKIPPED,
  PROGRESS,
  REVEAL_STARTED,
  REVEAL_FAILED,
  REVEALED,
  WIPED,
  SWEPT;

  /** The word in the log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
