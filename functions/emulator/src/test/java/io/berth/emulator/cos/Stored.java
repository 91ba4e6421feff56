// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import java.io.ByteArrayInputStream;

/** Puts objects where a test wants them. */
public final class Stored {
  private Stored() {}

  /** Into the bucket {@code code} of the account. */
  public static void put(ObjectFolder objects, String region, String key, byte[] content)
      throws Exception {
    ObjectAddress place = new ObjectAddress("code-" + ObjectAddress.APP_ID, region, key);
    objects.put(place, new ByteArrayInputStream(content), stored -> {});
  }
}
