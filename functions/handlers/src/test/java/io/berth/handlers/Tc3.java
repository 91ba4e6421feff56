// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request again as the cloud does to check it (Tencent Cloud API 3.0, Signature v3). */
final class Tc3 {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "TC3-HMAC-SHA256 Credential=[^/]+/([0-9-]+)/([a-z]+)/tc3_request,"
              + " SignedHeaders=([a-z;-]+), Signature=[0-9a-f]{64}");

  private Tc3() {}

  /** The header as it would be had these keys signed; day, service and names are taken from it. */
  static String authorization(FakeCloud.CloudRequest request, String secretId, String secretKey) {
    Matcher sent = AUTHORIZATION.matcher(request.headers().get("authorization"));
    if (!sent.matches()) {
      return "no TC3 signature";
    }
    String day = sent.group(1);
    String service = sent.group(2);
    StringBuilder headers = new StringBuilder();
    for (String name : sent.group(3).split(";")) {
      String value = request.headers().get(name).trim();
      // The signature is over the action in lower case.
      headers.append(name).append(':').append(value.toLowerCase(Locale.ROOT)).append('\n');
    }
    String canonical =
        "POST\n/\n\n" + headers + "\n" + sent.group(3) + "\n" + hex(sha256(request.body()));
    String scope = day + "/" + service + "/tc3_request";
    String toSign =
        "TC3-HMAC-SHA256\n"
            + request.headers().get("x-tc-timestamp")
            + "\n"
            + scope
            + "\n"
            + hex(sha256(canonical.getBytes(UTF_8)));
    byte[] key = hmac(("TC3" + secretKey).getBytes(UTF_8), day);
    String signature = hex(hmac(hmac(hmac(key, service), "tc3_request"), toSign));
    return "TC3-HMAC-SHA256 Credential="
        + secretId
        + "/"
        + scope
        + ", SignedHeaders="
        + sent.group(3)
        + ", Signature="
        + signature;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
