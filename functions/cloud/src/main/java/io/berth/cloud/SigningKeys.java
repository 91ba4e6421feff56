// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The day's signing key, kept because it changes only with the day, the service or the credentials
 * and costs three of a signature's five hashes.
 *
 * <p>One entry is enough: a function calls one service with one role.
 */
final class SigningKeys {
  private record Entry(Credentials credentials, LocalDate day, String service, byte[] key) {
    boolean fits(Credentials otherCredentials, LocalDate otherDay, String otherService) {
      return day.equals(otherDay)
          && service.equals(otherService)
          && credentials.secretId().equals(otherCredentials.secretId())
          && credentials.secretKey().equals(otherCredentials.secretKey());
    }
  }

  private final AtomicReference<Entry> last = new AtomicReference<>();

  byte[] key(Credentials credentials, LocalDate day, String service) {
    Entry known = last.get();
    if (known != null && known.fits(credentials, day, service)) {
      return known.key();
    }
    byte[] key = Signature.signingKey(credentials.secretKey().reveal(), day, service);
    last.set(new Entry(credentials, day, service, key));
    return key;
  }
}
