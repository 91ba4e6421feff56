// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks that an approval is genuine and fits exactly the call that carries it. */
public final class ApprovalVerifier {
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int MOST_CHARACTERS = 8 * 1024;

  private final Map<String, PublicKey> keys;
  private final Clock clock;

  /**
   * @param keys public keys by {@code kid}, see {@link ApprovalKeys#parse}
   */
  public ApprovalVerifier(Map<String, PublicKey> keys, Clock clock) {
    this.keys = Map.copyOf(keys);
    this.clock = clock;
  }

  /** The approval, or the word that says why it is none. */
  public sealed interface ApprovalCheck {
    /**
     * It is genuine, in force and given for this call.
     *
     * @param attempt the number behind the request id in the webhook-id
     */
    record Fits(Approval approval, int attempt) implements ApprovalCheck {}

    /**
     * It must not be acted on.
     *
     * @param word e.g. {@code expired}; no secret is in it
     */
    record Unfit(String word) implements ApprovalCheck {}

    /** Gives the answer of the case that it is. */
    default <R> R fold(Function<Fits, R> fits, Function<Unfit, R> unfit) {
      return this instanceof Fits f ? fits.apply(f) : unfit.apply((Unfit) this);
    }
  }

  /** Checks that {@code jws} was signed by a known key, and then that it fits this call. */
  public ApprovalCheck verify(
      String jws, FunctionName function, String parametersSha256, String webhookId) {
    return genuine(jws)
        .<ApprovalCheck>map(approval -> fit(approval, function, parametersSha256, webhookId))
        .orElseGet(() -> new ApprovalCheck.Unfit("badly signed"));
  }

  /** The approval when its signature is right, whatever it says. */
  private Optional<Approval> genuine(String jws) {
    String[] parts = jws.length() > MOST_CHARACTERS ? new String[0] : jws.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Map<String, Object> header = Json.readObject(decode(parts[0]));
      PublicKey key = header.get("kid") instanceof String kid ? keys.get(kid) : null;
      // The algorithm is fixed: a header must not choose how it is checked (RFC 8725, 3.1).
      if (key == null || !"EdDSA".equals(header.get("alg")) || header.containsKey("crit")) {
        return Optional.empty();
      }
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      return signature.verify(decode(parts[2]))
          ? Approval.fromClaims(Json.readObject(decode(parts[1])))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | MalformedJson e) {
      return Optional.empty();
    }
  }

  private ApprovalCheck fit(
      Approval approval, FunctionName function, String parametersSha256, String webhookId) {
    Instant now = clock.instant();
    String prefix = approval.requestId() + "-";
    boolean attempt =
        webhookId.startsWith(prefix) && webhookId.substring(prefix.length()).matches("[1-9][0-9]?");
    String word = null;
    if (!now.isBefore(approval.expiresAt())) {
      word = "expired";
    } else if (approval.issuedAt().isAfter(now.plus(SKEW))) {
      word = "not valid yet";
    } else if (approval.function() != function) {
      word = "for another function";
    } else if (!approval.parametersSha256().equals(parametersSha256)) {
      word = "for other parameters";
    } else if (approval.approvers().isEmpty()) {
      word = "without an approver";
    } else if (approval.approvers().contains(approval.requester())) {
      word = "self-approved";
    } else if (!Ids.isRequestId(approval.requestId()) || !attempt) {
      word = "for another call";
    }
    return word == null
        ? new ApprovalCheck.Fits(approval, Integer.parseInt(webhookId.substring(prefix.length())))
        : new ApprovalCheck.Unfit(word);
  }

  private static byte[] decode(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }
}
