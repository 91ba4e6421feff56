// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Response URLs: unguessable, five uses, thirty minutes. */
public final class ResponseUrls {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final Workspace workspace;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, Entry> entries = new HashMap<>();

  ResponseUrls(Workspace workspace, Clock clock, SecureRandom random) {
    this.workspace = workspace;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What a URL stands for.
   *
   * @param userId who acted
   * @param channel where
   * @param original ts of the message that was clicked, if any
   */
  public record Target(String userId, Channel channel, Optional<String> original) {}

  private record Entry(Target target, Instant until, int left) {}

  /** The secret last part of a new URL. */
  public String issue(Target target) {
    synchronized (workspace) {
      byte[] secret = new byte[24];
      random.nextBytes(secret);
      String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      entries.put(key, new Entry(target, clock.instant().plus(LIFE), USES));
      return key;
    }
  }

  /**
   * What it stands for; uses it once.
   *
   * @throws SlackError {@code no_such_url}, {@code expired_url} or {@code used_url}
   */
  public Target use(String key) throws SlackError {
    synchronized (workspace) {
      Entry entry = entries.get(key);
      if (entry == null) {
        throw new SlackError("no_such_url");
      }
      if (!clock.instant().isBefore(entry.until())) {
        throw new SlackError("expired_url");
      }
      if (entry.left() == 0) {
        throw new SlackError("used_url");
      }
      entries.put(key, new Entry(entry.target(), entry.until(), entry.left() - 1));
      return entry.target();
    }
  }
}
