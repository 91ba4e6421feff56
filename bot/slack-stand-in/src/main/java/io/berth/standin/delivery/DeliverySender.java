// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import io.berth.standin.faults.DeliveryFault;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.workspace.Installation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Delivers requests to the bot, signed over their raw bytes, and lets the pending faults happen to
 * them. Commands and clicks are never sent again by themselves.
 */
public final class DeliverySender {
  private static final long SKEW_SECONDS = 600;

  private final BotEndpoint bot;
  private final String secret;
  private final Clock clock;
  private final PendingFaults faults;
  private final DeliveryLog log;

  /**
   * @param secret the signing secret shared with the bot
   */
  public DeliverySender(
      BotEndpoint bot, String secret, Clock clock, PendingFaults faults, DeliveryLog log) {
    this.bot = bot;
    this.secret = secret;
    this.clock = clock;
    this.faults = faults;
    this.log = log;
  }

  /**
   * Sends what the supplier makes; with the fault {@code twice} it makes two.
   *
   * @return what came back, more than one only for {@code twice}
   */
  List<DeliveryResult> send(Supplier<SlackRequest> requests) {
    Optional<DeliveryFault> fault = faults.nextDelivery();
    SlackRequest request = requests.get();
    return fault
        .map(one -> send(request, requests, one))
        .orElseGet(() -> List.of(post(request, signed(request), Optional.empty())));
  }

  private List<DeliveryResult> send(
      SlackRequest request, Supplier<SlackRequest> more, DeliveryFault fault) {
    Optional<String> word = Optional.of(fault.word());
    return switch (fault) {
      case TWICE -> twice(request, more.get(), word);
      case REPLAY -> replayed(request, word);
      case WRONG_SECRET -> List.of(post(request, signed(request, "x" + secret, 0), word));
      case SECRET_DASHES -> List.of(post(request, signed(request, "---", 0), word));
      case STALE -> List.of(post(request, signed(request, secret, -SKEW_SECONDS), word));
      case FUTURE -> List.of(post(request, signed(request, secret, SKEW_SECONDS), word));
      case TAMPERED -> List.of(post(tampered(request), signed(request), word));
      case UNSIGNED -> List.of(post(request, Optional.empty(), word));
      case SSL_CHECK -> afterSslCheck(request, word);
    };
  }

  private Optional<SlackSignature> signed(SlackRequest request) {
    return signed(request, secret, 0);
  }

  private Optional<SlackSignature> signed(SlackRequest request, String with, long skewSeconds) {
    long timestamp = clock.instant().getEpochSecond() + skewSeconds;
    return Optional.of(SlackSignature.of(with, timestamp, request.body()));
  }

  private List<DeliveryResult> twice(
      SlackRequest first, SlackRequest second, Optional<String> word) {
    CompletableFuture<DeliveryResult> other =
        CompletableFuture.supplyAsync(() -> post(second, signed(second), word));
    DeliveryResult one = post(first, signed(first), word);
    return List.of(one, other.join());
  }

  private List<DeliveryResult> replayed(SlackRequest request, Optional<String> word) {
    Optional<SlackSignature> signature = signed(request);
    DeliveryResult first = post(request, signature, Optional.empty());
    post(request, signature, word);
    return List.of(first);
  }

  private List<DeliveryResult> afterSslCheck(SlackRequest request, Optional<String> word) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ssl_check", "1");
    fields.put("token", Installation.VERIFICATION_TOKEN);
    post(
        SlackRequest.form("ssl_check", "slack", "", "ssl_check=1", fields), Optional.empty(), word);
    return List.of(post(request, signed(request), Optional.empty()));
  }

  private static SlackRequest tampered(SlackRequest request) {
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(request.body());
    longer.writeBytes("&tampered=1".getBytes(StandardCharsets.US_ASCII));
    return request.withBody(longer.toByteArray());
  }

  private DeliveryResult post(
      SlackRequest request, Optional<SlackSignature> signature, Optional<String> fault) {
    int number = log.nextNumber();
    long start = System.nanoTime();
    Acknowledgement acknowledgement = bot.post(request, signature);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    DeliveryResult result = new DeliveryResult(number, millis, fault, acknowledgement);
    log.add(request, result);
    return result;
  }
}
