// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.cos;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket's name as COS shows it, {@code BucketName-APPID}.
 *
 * @param plain without the APPID, as SCF's field CosBucketName wants it
 * @param appId the account's number
 */
public record BucketName(String plain, String appId) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,47}[a-z0-9])?)-([0-9]{5,12})");

  /** Nothing when it has another form. */
  public static Optional<BucketName> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new BucketName(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** {@code BucketName-APPID}. */
  public String full() {
    return plain + "-" + appId;
  }
}
