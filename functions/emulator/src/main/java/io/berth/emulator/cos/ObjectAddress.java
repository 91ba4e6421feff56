// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object is.
 *
 * @param bucket with the APPID, e.g. {@code code-1250000000}
 * @param key as the path of its address, decoded, with the slash at its beginning
 */
public record ObjectAddress(String bucket, String region, String key) {
  /** The number of the emulator's one account. */
  public static final String APP_ID = "1250000000";

  // At most 50 characters of name and 12 of number, as in COS, Bucket Overview.
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9][a-z0-9-]{0,49}-[0-9]{5,12})\\.cos\\.([a-z0-9-]{1,32})\\.myqcloud\\.com(:[0-9]{0,5})?");

  /** What a Host header and a decoded path name; empty when that is no bucket of COS. */
  static Optional<ObjectAddress> of(String host, String key) {
    Matcher form = HOST.matcher(host.toLowerCase(Locale.ROOT));
    return form.matches()
        ? Optional.of(new ObjectAddress(form.group(1), form.group(2), key))
        : Optional.empty();
  }

  /** The name of the object in policies (COS, Access Policy Language). */
  String resource() {
    return "qcs::cos:" + region + ":uid/" + APP_ID + ":" + bucket + key;
  }

  /** Whether the bucket is one of the account's. */
  boolean isOurs() {
    return bucket.endsWith("-" + APP_ID);
  }
}
