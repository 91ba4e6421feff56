// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.http.HttpRequest;
import io.berth.contract.text.Digests;
import io.berth.contract.text.Secret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Says whether Slack sent these bytes, now and for the first time ("Verifying requests from Slack",
 * signature version v0). It works on the raw body before anything is parsed. Bolt checks again
 * behind it, but compares texts in a time that depends on them, takes a request from the future,
 * and takes the same one twice.
 */
final class RequestVerifier {
  static final String SIGNATURE = "x-slack-signature";
  static final String TIMESTAMP = "x-slack-request-timestamp";

  private static final int SHORTEST_SECRET = 16;
  private static final long WINDOW_SECONDS = 300;

  /** Longer than a request can stay inside the window, which is open for 300 s to both sides. */
  private static final Duration REMEMBER = Duration.ofSeconds(2 * WINDOW_SECONDS);

  private final List<Secret> secrets;
  private final Replays replays;
  private final Clock clock;

  /**
   * A verifier for one app.
   *
   * @param secrets the signing secret; two while it is being replaced
   * @throws IllegalArgumentException when there is none, or one is too short to be one: a door
   *     without a lock must not open
   */
  public RequestVerifier(List<Secret> secrets, Replays replays, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.replays = replays;
    this.clock = clock;
    if (secrets.isEmpty() || secrets.stream().anyMatch(RequestVerifier::tooShort)) {
      throw new IllegalArgumentException(
          "Slack's signing secret needs at least 16 characters; copy it from the app's Basic Information page.");
    }
  }

  private static boolean tooShort(Secret secret) {
    return secret.reveal().strip().length() < SHORTEST_SECRET;
  }

  /**
   * Nothing when the call is Slack's; else why not, in one word for log and metrics. The caller is
   * told none of it.
   */
  public Optional<String> whyNot(HttpRequest call) {
    if (call.header(SIGNATURE).size() > 1 || call.header(TIMESTAMP).size() > 1) {
      return Optional.of("doubled");
    }
    Optional<String> timestamp = call.onlyHeader(TIMESTAMP).filter(RequestVerifier::isSeconds);
    if (timestamp.isEmpty()) {
      return Optional.of("timestamp");
    }
    return whyNotFresh(timestamp.get())
        .or(() -> whyNotSigned(timestamp.get(), call))
        .or(() -> whyNotNew(call));
  }

  private static boolean isSeconds(String text) {
    return !text.isEmpty()
        && text.length() <= 12
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Optional<String> whyNotFresh(String timestamp) {
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (age > WINDOW_SECONDS) {
      return Optional.of("stale");
    }
    return age < -WINDOW_SECONDS ? Optional.of("future") : Optional.empty();
  }

  private Optional<String> whyNotSigned(String timestamp, HttpRequest call) {
    String signature = call.onlyHeader(SIGNATURE).orElse("");
    if (!signature.startsWith("v0=")) {
      return Optional.of("version");
    }
    byte[] given = signature.substring(3).getBytes(UTF_8);
    boolean fits = false;
    for (Secret secret : secrets) {
      // Every secret is tried, so that the time taken does not tell which one fits.
      fits |= MessageDigest.isEqual(expected(secret, timestamp, call.body()), given);
    }
    return fits ? Optional.empty() : Optional.of("signature");
  }

  /** Lower-case hex: an upper-case signature is not one that Slack sends. */
  private static byte[] expected(Secret secret, String timestamp, byte[] body) {
    byte[] mac =
        Digests.hmacSha256(
            secret.reveal().getBytes(UTF_8), ("v0:" + timestamp + ":").getBytes(US_ASCII), body);
    return Digests.hex(mac).getBytes(US_ASCII);
  }

  private Optional<String> whyNotNew(HttpRequest call) {
    byte[] signature = call.onlyHeader(SIGNATURE).orElseThrow().getBytes(US_ASCII);
    String key = "slack:" + Digests.sha256Hex(signature);
    return replays.firstSight(key, REMEMBER) ? Optional.empty() : Optional.of("replay");
  }
}
