// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;

/** One long-term credential of a registry. The credential itself is kept nowhere. */
record LongTermToken(
    String id, String description, boolean enabled, Instant createdAt, Instant expiresAt) {

  LongTermToken described(String next) {
    return new LongTermToken(id, next, enabled, createdAt, expiresAt);
  }

  LongTermToken switched(boolean on) {
    return new LongTermToken(id, description, on, createdAt, expiresAt);
  }
}
