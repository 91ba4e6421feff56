// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import java.util.Optional;

/** What signs a call. */
record Key(String id, String secret, Optional<String> token) {
  Key(String id, String secret) {
    this(id, secret, Optional.empty());
  }

  @Override
  public String toString() {
    return "Key[" + id + ", ***]";
  }
}
