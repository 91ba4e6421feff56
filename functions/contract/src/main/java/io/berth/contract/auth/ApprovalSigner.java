// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs approvals as JWS in compact form with EdDSA (RFC 7515, RFC 8037). */
public final class ApprovalSigner {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String keyId;
  private final PrivateKey key;

  /**
   * @param keyId the {@code kid} under which the functions know the public key
   * @param signingKey see {@link ApprovalKeys#signingKey()}
   * @throws IllegalArgumentException when it is not such a key
   */
  public ApprovalSigner(String keyId, Secret signingKey) {
    this.keyId = keyId;
    this.key = ApprovalKeys.privateKey(signingKey);
  }

  /** The value of the {@code berth-approval} header. */
  public String sign(Approval approval) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "EdDSA");
    header.put("kid", keyId);
    String input =
        BASE64.encodeToString(Json.writeBytes(header))
            + "."
            + BASE64.encodeToString(Json.writeBytes(approval.toClaims()));
    return input + "." + BASE64.encodeToString(signature(input));
  }

  private byte[] signature(String input) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(input.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
