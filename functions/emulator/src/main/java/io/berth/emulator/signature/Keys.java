// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import io.berth.emulator.error.ApiError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cloud API keys that the emulator accepts: the account's own key, and temporary keys of roles,
 * which are good only together with their token ({@code X-TC-Token}).
 */
public final class Keys {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Map<String, AcceptedKey> entries = new ConcurrentHashMap<>();
  private final SecureRandom random;

  /** The account's own key, and where new temporary keys come from. */
  public Keys(String secretId, String secretKey, SecureRandom random) {
    this.random = random;
    entries.put(secretId, new AcceptedKey(secretKey, Optional.empty(), "account"));
  }

  /**
   * The secret key that goes with an id.
   *
   * @param token what came as {@code X-TC-Token} or {@code Token}
   * @return empty when the id is unknown, its token is wrong, or a token came with a key that has
   *     none
   */
  public Optional<String> secretKeyOf(String secretId, Optional<String> token) {
    return find(secretId).filter(entry -> entry.fits(token)).map(AcceptedKey::secretKey);
  }

  /** Makes a temporary key for a role, e.g. for one instance of a function. */
  public TemporaryKey issue(String role) {
    TemporaryKey key = new TemporaryKey("AKID" + text(60), text(44), text(120));
    entries.put(key.secretId(), new AcceptedKey(key.secretKey(), Optional.of(key.token()), role));
    return key;
  }

  /** Ends a temporary key; calls signed with it are refused from now on. */
  public void revoke(TemporaryKey key) {
    entries.remove(key.secretId());
  }

  /** The role that a temporary key belongs to; empty for the account's own key. */
  public Optional<String> roleOf(String secretId) {
    return find(secretId).flatMap(AcceptedKey::role);
  }

  Optional<AcceptedKey> find(String secretId) {
    return Optional.ofNullable(entries.get(secretId));
  }

  /** The key of this id, or the refusal of the cloud. */
  public AcceptedKey require(String secretId) throws ApiError {
    return find(secretId)
        .orElseThrow(
            () ->
                new ApiError(
                    "AuthFailure.SecretIdNotFound",
                    "The SecretId is not found, please ensure that your SecretId is correct."));
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** A role's key. All three parts are needed for a call. */
  public record TemporaryKey(String secretId, String secretKey, String token) {
    @Override
    public String toString() {
      return "TemporaryKey[" + secretId + ", ***]";
    }
  }

  /** One accepted key and whom it belongs to: {@code account}, or a role's name. */
  public record AcceptedKey(String secretKey, Optional<String> token, String owner) {
    /** Whose temporary key it is; empty for the account's own, whatever a role may be called. */
    public Optional<String> role() {
      return token.map(any -> owner);
    }

    boolean fits(Optional<String> given) {
      return MessageDigest.isEqual(bytes(token), bytes(given));
    }

    private static byte[] bytes(Optional<String> text) {
      return text.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "Entry[" + owner + ", ***]";
    }
  }
}
