// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Trigger ids: each opens one form, once, within three seconds of what the user did. */
public final class TriggerIds {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private final Workspace workspace;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, IssuedTrigger> issued = new HashMap<>();

  TriggerIds(Workspace workspace, Clock clock, SecureRandom random) {
    this.workspace = workspace;
    this.clock = clock;
    this.random = random;
  }

  private record IssuedTrigger(String userId, Instant until, boolean used) {}

  /** A new one for something this user did. */
  public String issue(String userId) {
    synchronized (workspace) {
      byte[] secret = new byte[16];
      random.nextBytes(secret);
      Instant now = clock.instant();
      String id = now.toEpochMilli() + ".2026." + HexFormat.of().formatHex(secret);
      issued.values().removeIf(old -> old.until().plus(LIFE).isBefore(now));
      issued.put(id, new IssuedTrigger(userId, now.plus(LIFE), false));
      return id;
    }
  }

  /** The user it stands for; afterwards it is used up. */
  public String exchange(String id) throws SlackError {
    synchronized (workspace) {
      IssuedTrigger trigger = issued.get(id);
      if (trigger == null) {
        throw new SlackError(
            id.matches("\\d+\\.2026\\.[0-9a-f]{32}") ? "expired_trigger_id" : "invalid_trigger_id");
      }
      if (trigger.used()) {
        throw new SlackError("exchanged_trigger_id");
      }
      if (!clock.instant().isBefore(trigger.until())) {
        throw new SlackError("expired_trigger_id");
      }
      issued.put(id, new IssuedTrigger(trigger.userId(), trigger.until(), true));
      return trigger.userId();
    }
  }
}
