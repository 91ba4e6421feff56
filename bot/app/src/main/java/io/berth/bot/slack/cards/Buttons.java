// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.ledger.model.Request;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The value behind a button: which request, which parameters, and a MAC over both and the button's
 * use. It grants nothing (who clicks decides that); it makes a value that was altered, swapped or
 * made up visible.
 */
public final class Buttons {
  private final List<byte[]> keys;

  /** Keys are derived from the signing secrets: the first one signs, all of them are accepted. */
  public Buttons(List<Secret> signingSecrets) {
    this.keys =
        signingSecrets.stream()
            .map(
                secret ->
                    Digests.hmacSha256(
                        secret.reveal().getBytes(UTF_8), "berth button v1".getBytes(UTF_8)))
            .toList();
  }

  /** What a value names, after its MAC was found right. */
  public record Target(String requestId, String sha256) {
    /** Whether the request in the ledger still is the one that the button was made for. */
    public boolean fits(Request request) {
      return requestId.equals(request.id())
          && MessageDigest.isEqual(sha256.getBytes(UTF_8), request.sha256().getBytes(UTF_8));
    }
  }

  /**
   * The value of a button.
   *
   * @param use the action id; a form adds the user that it was opened for
   */
  public String value(String use, Request request) {
    return value(use, new Target(request.id(), request.sha256()));
  }

  /** The same for a target that came from another button. */
  public String value(String use, Target target) {
    return target.requestId() + "." + target.sha256() + "." + mac(keys.get(0), use, target);
  }

  /** What the value names, or nothing when it was not made here for this use. */
  public Optional<Target> open(String use, String value) {
    String[] parts = value == null ? new String[0] : value.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Target target = new Target(parts[0], parts[1]);
    boolean ours = false;
    for (byte[] key : keys) {
      ours |=
          MessageDigest.isEqual(mac(key, use, target).getBytes(UTF_8), parts[2].getBytes(UTF_8));
    }
    return ours ? Optional.of(target) : Optional.empty();
  }

  private static String mac(byte[] key, String use, Target target) {
    String text = use + "\n" + target.requestId() + "\n" + target.sha256();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Digests.hmacSha256(key, text.getBytes(UTF_8)));
  }
}
