// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.response;

import io.berth.standin.workspace.SlackError;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Response URLs: unguessable, five uses, thirty minutes. */
public final class ResponseUrls {
  static final String PATH = "/response/";

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int USES = 5;

  private final URI home;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<String, IssuedUrl> issued = new HashMap<>();

  /**
   * @param home the address of this server
   */
  public ResponseUrls(URI home, Clock clock, SecureRandom random) {
    this.home = home;
    this.clock = clock;
    this.random = random;
  }

  private record IssuedUrl(ResponseTarget target, Instant until, int left) {}

  /** A new URL for something that was done there. */
  public synchronized String issue(ResponseTarget target) {
    byte[] secret = new byte[24];
    random.nextBytes(secret);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    issued.put(key, new IssuedUrl(target, clock.instant().plus(LIFE), USES));
    return home + PATH + key;
  }

  /**
   * What a URL stands for; uses it once.
   *
   * @param key the last part of its path
   * @throws SlackError {@code no_such_url}, {@code expired_url} or {@code used_url}
   */
  synchronized ResponseTarget use(String key) throws SlackError {
    IssuedUrl url = issued.get(key);
    if (url == null) {
      throw new SlackError("no_such_url");
    }
    if (!clock.instant().isBefore(url.until())) {
      throw new SlackError("expired_url");
    }
    if (url.left() == 0) {
      throw new SlackError("used_url");
    }
    issued.put(key, new IssuedUrl(url.target(), url.until(), url.left() - 1));
    return url.target();
  }
}
