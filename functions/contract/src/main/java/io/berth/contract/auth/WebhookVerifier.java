// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.berth.contract.auth.Callers.Caller;
import io.berth.contract.text.Secret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks the signature on a call over its raw bytes, before anything of it is parsed (Standard
 * Webhooks 1.0.0), with these rules of our own: ids match {@code [A-Za-z0-9_-]{1,64}}, a header
 * given twice is refused, at most ten signatures are tried, five minutes either way.
 */
public final class WebhookVerifier {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_SIGNATURES = 10;

  private final Callers callers;
  private final Clock clock;

  /** Verifies calls of {@code callers} by {@code clock}. */
  public WebhookVerifier(Callers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /** Who called, or why nobody is believed. */
  public sealed interface Verified {
    /**
     * A caller that is known, and a call that came in time.
     *
     * @param key the secret that fitted, to seal an answer with
     */
    record Accepted(Caller caller, String webhookId, Instant timestamp, Secret key)
        implements Verified {}

    /**
     * Nobody who is known, or not now.
     *
     * @param reason a word or two for the log; the caller hears only that the signature is not
     *     accepted
     */
    record Rejected(String reason) implements Verified {}

    /** Gives the answer of the case that it is. */
    default <R> R fold(Function<Accepted, R> accepted, Function<Rejected, R> rejected) {
      return this instanceof Accepted a ? accepted.apply(a) : rejected.apply((Rejected) this);
    }
  }

  /**
   * Verifies one call.
   *
   * @param headers all values of each header, names in lower case
   * @param body the bytes as they came
   */
  public Verified verify(Map<String, List<String>> headers, byte[] body) {
    Optional<String> id =
        single(headers, CallHeaders.ID).filter(i -> i.matches("[A-Za-z0-9_-]{1,64}"));
    Optional<String> seconds =
        single(headers, CallHeaders.TIMESTAMP).filter(s -> s.matches("[0-9]{1,12}"));
    Optional<String> signatures = single(headers, CallHeaders.SIGNATURE);
    if (id.isEmpty() || seconds.isEmpty() || signatures.isEmpty()) {
      String wrong =
          id.isEmpty()
              ? CallHeaders.ID
              : seconds.isEmpty() ? CallHeaders.TIMESTAMP : CallHeaders.SIGNATURE;
      return new Verified.Rejected("missing, doubled or malformed " + wrong);
    }
    Instant timestamp = Instant.ofEpochSecond(Long.parseLong(seconds.get()));
    Duration age = Duration.between(timestamp, clock.instant());
    if (age.abs().compareTo(TOLERANCE) > 0) {
      return new Verified.Rejected(age.isNegative() ? "future" : "stale");
    }
    List<byte[]> candidates = candidates(signatures.get());
    if (candidates.isEmpty() || candidates.size() > MOST_SIGNATURES) {
      return new Verified.Rejected(
          candidates.isEmpty() ? "no supported signature version" : "too many signatures");
    }
    return match(id.get(), seconds.get(), timestamp, candidates, body);
  }

  private static Optional<String> single(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static List<byte[]> candidates(String header) {
    return Arrays.stream(header.split(" ", MOST_SIGNATURES + 2))
        .filter(signature -> signature.startsWith("v1,"))
        .map(signature -> signature.getBytes(US_ASCII))
        .toList();
  }

  /**
   * Every secret is tried against every candidate, whoever fits: the time taken says nothing about
   * who exists.
   */
  private Verified match(
      String id, String seconds, Instant timestamp, List<byte[]> candidates, byte[] body) {
    Verified found = new Verified.Rejected("no signature fits");
    for (Caller caller : callers.all()) {
      for (Secret secret : caller.secrets()) {
        byte[] expected = WebhookSigner.signature(secret, id, seconds, body).getBytes(US_ASCII);
        for (byte[] candidate : candidates) {
          if (MessageDigest.isEqual(expected, candidate)) {
            found = new Verified.Accepted(caller, id, timestamp, secret);
          }
        }
      }
    }
    return found;
  }
}
