// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import io.berth.contract.text.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a register code's value closed between the function and its one reader, because the
 * platform writes what a function returns into its log. A JWE in compact form, {@code dir} with
 * {@code A256GCM} (RFC 7516, RFC 7518 sections 4.5 and 5.3). The key is HKDF-SHA-256 (RFC 5869) of
 * the caller's webhook secret with the info {@code berth seal v1}; the protected header binds the
 * request's id.
 */
public final class Seal {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private Seal() {}

  /**
   * Closes {@code plaintext} for whoever holds {@code webhookKey}.
   *
   * @param requestId what the value belongs to, bound into it
   */
  public static String seal(
      String plaintext, Secret webhookKey, String requestId, SecureRandom random) {
    byte[] key = key(webhookKey);
    String header = BASE64.encodeToString(Json.writeBytes(header(key, requestId)));
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] out =
        crypt(Cipher.ENCRYPT_MODE, key, iv, header, plaintext.getBytes(UTF_8)).orElseThrow();
    int length = out.length - TAG_BYTES;
    return String.join(
        ".",
        header,
        "",
        BASE64.encodeToString(iv),
        BASE64.encodeToString(Arrays.copyOfRange(out, 0, length)),
        BASE64.encodeToString(Arrays.copyOfRange(out, length, out.length)));
  }

  /**
   * Opens a sealed value.
   *
   * @param webhookKeys the caller's secrets, several while rotating
   * @return nothing when it was altered, belongs to another request, or none of the keys fits
   */
  public static Optional<Secret> open(String jwe, List<Secret> webhookKeys, String requestId) {
    String[] parts = jwe.split("\\.", -1);
    if (parts.length != 5 || !parts[1].isEmpty()) {
      return Optional.empty();
    }
    return webhookKeys.stream()
        .map(Seal::key)
        .flatMap(key -> open(parts, key, requestId).stream())
        .findFirst();
  }

  private static Optional<Secret> open(String[] parts, byte[] key, String requestId) {
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      if (!Json.readObject(base64.decode(parts[0])).equals(header(key, requestId))) {
        return Optional.empty();
      }
      byte[] text = base64.decode(parts[3]);
      byte[] tag = base64.decode(parts[4]);
      byte[] in = Arrays.copyOf(text, text.length + tag.length);
      System.arraycopy(tag, 0, in, text.length, tag.length);
      return tag.length == TAG_BYTES
          ? crypt(Cipher.DECRYPT_MODE, key, base64.decode(parts[2]), parts[0], in)
              .map(plain -> Secret.of(new String(plain, UTF_8)))
          : Optional.empty();
    } catch (IllegalArgumentException | MalformedJson e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> header(byte[] key, String requestId) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "dir");
    header.put("enc", "A256GCM");
    header.put("kid", HexFormat.of().formatHex(Digests.sha256(key), 0, 4));
    header.put("rid", requestId);
    return header;
  }

  private static Optional<byte[]> crypt(int mode, byte[] key, byte[] iv, String header, byte[] in) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, iv));
      cipher.updateAAD(header.getBytes(US_ASCII));
      return Optional.of(cipher.doFinal(in));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** HKDF with an empty salt and one block of output (RFC 5869, sections 2.2 and 2.3). */
  static byte[] key(Secret webhookKey) {
    byte[] extracted = Digests.hmacSha256(new byte[32], WebhookKey.bytes(webhookKey));
    return Digests.hmacSha256(extracted, "berth seal v1".getBytes(US_ASCII), new byte[] {1});
  }
}
