// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Digests;
import io.berth.contract.text.Ids;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ties a register code in the cloud to one attempt of one request: {@code [R#t]} at the very
 * end of its description, where a user cannot put one, since ours comes behind it.
 *
 * @param requestId 26 characters of Crockford's base 32
 * @param attempt 1 to 99
 */
public record RequestMark(String requestId, int attempt) {
  /**
   * Characters of a description kept free: a space, two brackets, 26 of id, {@code #} and two
   * digits, rounded up.
   */
  public static final int RESERVED = 32;

  private static final Pattern AT_END =
      Pattern.compile("\\[([0-9A-HJKMNP-TV-Z]{26})#([1-9][0-9]?)]$");

  public RequestMark {
    if (!Ids.isRequestId(requestId) || attempt < 1 || attempt > 99) {
      throw new IllegalArgumentException("not a mark: " + requestId + "#" + attempt);
    }
  }

  /** The mark that a description ends with, if it does. */
  public static Optional<RequestMark> atEndOf(String description) {
    String end = description.substring(Math.max(0, description.length() - RESERVED));
    Matcher matcher = AT_END.matcher(end);
    return matcher.find()
        ? Optional.of(new RequestMark(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /**
   * The request id of a caller that has no approval to name one: 26 characters made of the SHA-256
   * of caller and webhook-id, so that the same id from the same caller is the same request.
   */
  public static String requestIdOf(String caller, String webhookId) {
    byte[] hash = Digests.sha256((caller + "\0" + webhookId).getBytes(UTF_8));
    return Ids.base32(hash);
  }

  @Override
  public String toString() {
    return "[" + requestId + "#" + attempt + "]";
  }
}
