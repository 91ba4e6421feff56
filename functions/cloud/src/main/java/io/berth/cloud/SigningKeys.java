// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The day's signing key, kept because it changes only with the day, the service or the credentials
 * and costs three of a signature's five hashes.
 *
 * <p>One entry is enough: a function calls one service with one role.
 */
final class SigningKeys {
  private static final long DAY_SECONDS = 86_400;

  private record CachedKey(Credentials credentials, long day, String service, SigningKey key) {
    boolean fits(Credentials otherCredentials, long otherDay, String otherService) {
      return day == otherDay
          && service.equals(otherService)
          && credentials.secretId().equals(otherCredentials.secretId())
          && credentials.secretKey().equals(otherCredentials.secretKey());
    }
  }

  private final AtomicReference<CachedKey> last = new AtomicReference<>();

  SigningKey key(Credentials credentials, Instant at, String service) {
    long day = Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
    CachedKey known = last.get();
    if (known != null && known.fits(credentials, day, service)) {
      return known.key();
    }
    SigningKey key = SigningKey.of(credentials.secretKey().reveal(), at, service);
    last.set(new CachedKey(credentials, day, service, key));
    return key;
  }
}
