// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.cos;

import io.berth.cloud.StoreReply;
import java.util.Map;

/** What to do about an error code of COS, as data. */
final class CosAdvice {
  private static final String KEYS =
      "check TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN, or the key's file";
  private static final String CLOCK = "set this machine's clock, then deploy again";

  private static final Map<String, String> BY_CODE =
      Map.of(
          "NoSuchBucket",
          "create the bucket in this region in COS's console, or correct --code-bucket",
          "AccessDenied",
          "allow the deploying key cos:PutObject and cos:HeadObject on berth/* of this bucket",
          "SignatureDoesNotMatch",
          KEYS,
          "InvalidAccessKeyId",
          KEYS,
          "RequestTimeTooSkewed",
          CLOCK,
          "BadDigest",
          "the bundle changed while it was sent: deploy again when the build is done");

  private CosAdvice() {}

  static String of(StoreReply.Refused refused) {
    // COS says AccessDenied to an old signature too (COS, 403 Error Codes).
    if (refused.code().equals("AccessDenied") && refused.message().contains("expired")) {
      return CLOCK;
    }
    return BY_CODE.getOrDefault(
        refused.code(),
        refused.status() >= 500
            ? "deploy again; it goes on where it stopped"
            : "look the code up in COS's list of error codes, or send COS's support the request id");
  }
}
