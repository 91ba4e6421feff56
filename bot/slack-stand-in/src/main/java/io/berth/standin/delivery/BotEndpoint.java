// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The bot's one URL. What is not acknowledged within the limit is an {@code operation_timeout}, and
 * what the bot answers later is not read.
 */
public final class BotEndpoint {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Duration limit;
  private volatile URI uri;

  /**
   * @param uri such as {@code http://127.0.0.1:8101/slack/events}
   * @param limit how long an acknowledgement may take; Slack's is three seconds
   */
  public BotEndpoint(URI uri, Duration limit) {
    this.uri = uri;
    this.limit = limit;
  }

  /** From now on it is there. */
  public void moveTo(URI other) {
    this.uri = other;
  }

  /** Sends the request once; without a signature when there is none. */
  Acknowledgement post(SlackRequest request, Optional<SlackSignature> signature) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(http(request, signature), BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      String type = response.headers().firstValue("Content-Type").orElse("");
      return Acknowledgement.of(response.statusCode(), type, response.body());
    } catch (TimeoutException late) {
      coming.cancel(true);
      return Acknowledgement.late();
    } catch (ExecutionException unreachable) {
      return Acknowledgement.unreachable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      coming.cancel(true);
      return Acknowledgement.late();
    }
  }

  private HttpRequest http(SlackRequest request, Optional<SlackSignature> signature) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", request.type())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .POST(BodyPublishers.ofByteArray(request.body()));
    signature.ifPresent(
        signed ->
            http.header("X-Slack-Request-Timestamp", Long.toString(signed.timestamp()))
                .header("X-Slack-Signature", signed.value()));
    return http.build();
  }
}
