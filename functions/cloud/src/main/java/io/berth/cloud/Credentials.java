// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import io.berth.contract.text.Secret;
import java.util.Optional;

/**
 * The keys that sign one call: a SecretId, its SecretKey, and the token that temporary keys of a
 * role carry ({@code X-TC-Token}).
 */
public record Credentials(String secretId, Secret secretKey, Optional<Secret> token) {
  public Credentials {
    if (secretId.isBlank() || secretKey.reveal().isBlank()) {
      throw new IllegalArgumentException("secret id and secret key must not be blank");
    }
  }
}
