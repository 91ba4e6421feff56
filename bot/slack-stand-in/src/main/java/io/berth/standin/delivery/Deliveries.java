// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import io.berth.standin.faults.DeliveryFault;
import io.berth.standin.faults.Faults;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sends parcels to the bot, signed over their raw bytes. What is not acknowledged within the limit
 * is an {@code operation_timeout}, and what the bot answers later is not read. Commands and clicks
 * are never sent again by themselves.
 */
public final class Deliveries {
  private static final long SKEW_SECONDS = 600;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String secret;
  private final Clock clock;
  private final Duration limit;
  private final Faults faults;
  private final DeliveryLog log;
  private volatile URI bot;

  /**
   * @param bot where deliveries go
   * @param secret the signing secret shared with the bot
   * @param limit how long an acknowledgement may take; Slack's is three seconds
   */
  public Deliveries(
      URI bot, String secret, Clock clock, Duration limit, Faults faults, DeliveryLog log) {
    this.bot = bot;
    this.secret = secret;
    this.clock = clock;
    this.limit = limit;
    this.faults = faults;
    this.log = log;
  }

  /** From now on deliveries go there. */
  public void deliverTo(URI other) {
    this.bot = other;
  }

  /**
   * Sends what the supplier makes; with the fault {@code twice} it makes two.
   *
   * @return what came back, more than one only for {@code twice}
   */
  List<Delivered> send(Supplier<Parcel> parcels) {
    Optional<DeliveryFault> fault = faults.nextDelivery();
    Parcel parcel = parcels.get();
    Optional<String> word = fault.map(DeliveryFault::word);
    if (fault.isEmpty()) {
      return List.of(once(parcel, Optional.of(sign(secret, 0, parcel)), word));
    }
    return switch (fault.get()) {
      case TWICE -> twice(parcel, parcels.get(), word);
      case REPLAY -> replayed(parcel, word);
      case WRONG_SECRET -> List.of(once(parcel, Optional.of(sign("x" + secret, 0, parcel)), word));
      case SECRET_DASHES -> List.of(once(parcel, Optional.of(sign("---", 0, parcel)), word));
      case STALE -> List.of(once(parcel, Optional.of(sign(secret, -SKEW_SECONDS, parcel)), word));
      case FUTURE -> List.of(once(parcel, Optional.of(sign(secret, SKEW_SECONDS, parcel)), word));
      case TAMPERED -> List.of(once(tampered(parcel), Optional.of(sign(secret, 0, parcel)), word));
      case UNSIGNED -> List.of(once(parcel, Optional.empty(), word));
      case SSL_CHECK -> afterSslCheck(parcel, word);
    };
  }

  private record Stamp(long seconds, String signature) {}

  private Stamp sign(String with, long skew, Parcel parcel) {
    long seconds = clock.instant().getEpochSecond() + skew;
    return new Stamp(seconds, Signature.of(with, seconds, parcel.body()));
  }

  private List<Delivered> twice(Parcel first, Parcel second, Optional<String> word) {
    CompletableFuture<Delivered> other =
        CompletableFuture.supplyAsync(
            () -> once(second, Optional.of(sign(secret, 0, second)), word));
    Delivered one = once(first, Optional.of(sign(secret, 0, first)), word);
    return List.of(one, other.join());
  }

  private List<Delivered> replayed(Parcel parcel, Optional<String> word) {
    Optional<Stamp> stamp = Optional.of(sign(secret, 0, parcel));
    Delivered first = once(parcel, stamp, Optional.empty());
    once(parcel, stamp, word);
    return List.of(first);
  }

  private List<Delivered> afterSslCheck(Parcel parcel, Optional<String> word) {
    byte[] check =
        "ssl_check=1&token=verification-token-not-a-secret".getBytes(StandardCharsets.US_ASCII);
    Parcel unsigned = new Parcel("ssl_check", "slack", "", "ssl_check=1", Parcel.FORM, check);
    once(unsigned, Optional.empty(), word);
    return List.of(once(parcel, Optional.of(sign(secret, 0, parcel)), Optional.empty()));
  }

  private static Parcel tampered(Parcel parcel) {
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(parcel.body());
    longer.writeBytes("&tampered=1".getBytes(StandardCharsets.US_ASCII));
    return parcel.withBody(longer.toByteArray());
  }

  private Delivered once(Parcel parcel, Optional<Stamp> stamp, Optional<String> fault) {
    int n = log.nextNumber();
    long start = System.nanoTime();
    Answer answer = exchange(request(parcel, stamp));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Delivered delivered =
        new Delivered(
            n, answer.status(), millis, answer.error(), fault, answer.type(), answer.body());
    log.add(parcel, delivered);
    return delivered;
  }

  private HttpRequest request(Parcel parcel, Optional<Stamp> stamp) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bot)
            .header("Content-Type", parcel.type())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .POST(BodyPublishers.ofByteArray(parcel.body()));
    stamp.ifPresent(
        signed ->
            request
                .header("X-Slack-Request-Timestamp", Long.toString(signed.seconds()))
                .header("X-Slack-Signature", signed.signature()));
    return request.build();
  }

  private record Answer(int status, Optional<String> error, String type, byte[] body) {
    static Answer none(String error) {
      return new Answer(0, Optional.of(error), "", new byte[0]);
    }
  }

  private Answer exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      String type = response.headers().firstValue("Content-Type").orElse("");
      return response.statusCode() == 200
          ? new Answer(200, Optional.empty(), type, response.body())
          : new Answer(
              response.statusCode(), Optional.of("dispatch_failed"), type, response.body());
    } catch (TimeoutException late) {
      coming.cancel(true);
      return Answer.none("operation_timeout");
    } catch (ExecutionException unreachable) {
      return Answer.none("dispatch_failed");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      coming.cancel(true);
      return Answer.none("operation_timeout");
    }
  }
}
