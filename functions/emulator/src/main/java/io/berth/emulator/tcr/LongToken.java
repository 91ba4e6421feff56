// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;

/** One long-term credential of a registry. The credential itself is kept nowhere. */
record LongToken(
    String id, String description, boolean enabled, Instant createdAt, Instant expiresAt) {

  LongToken described(String next) {
    return new LongToken(id, next, enabled, createdAt, expiresAt);
  }

  LongToken switched(boolean on) {
    return new LongToken(id, description, on, createdAt, expiresAt);
  }
}
