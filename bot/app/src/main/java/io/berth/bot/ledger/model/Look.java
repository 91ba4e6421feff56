// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How it was found that a part does not exist. Only a look after the settle time of every attempt
 * proves it, or a name that somebody else holds.
 *
 * @param at when it was looked for it
 * @param settle how long after its signature a call can have an effect
 * @param nameHeld whether something of the part's unique name was found that is not ours
 */
public record Look(Instant at, Duration settle, boolean nameHeld) {
  /** Nothing was found. */
  public static Look nothing(Instant at, Duration settle) {
    return new Look(at, settle, false);
  }

  /** The name belongs to somebody else. */
  public static Look nameHeld(Instant at, Duration settle) {
    return new Look(at, settle, true);
  }

  /** Whether this attempt can have no effect that was not seen. */
  public boolean settles(Attempt attempt) {
    return nameHeld || !attempt.isOpen(at, settle);
  }
}
