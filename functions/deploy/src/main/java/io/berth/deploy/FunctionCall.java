// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.auth.CallHeaders;
import io.berth.contract.auth.WebhookSigner;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One signed call to a function (Standard Webhooks 1.0.0), sent once. The JDK's client, because it
 * never sends a POST again by itself and a command line has no cold start to save.
 */
final class FunctionCall {
  /** SCF's largest answer. */
  private static final int MAX_ANSWER = 6 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private FunctionCall() {}

  /** No answer came; the message says whether the call may have had its effect all the same. */
  static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1L;

    Unanswered(String sentence) {
      super(sentence);
    }
  }

  static FunctionResponse send(
      URI url, Secret secret, String id, Instant now, Optional<String> approval, byte[] body)
      throws Unanswered {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(WHOLE)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    WebhookSigner.headers(secret, id, now, body).forEach(request::header);
    approval.ifPresent(jws -> request.header(CallHeaders.APPROVAL, jws));
    return send(request.build(), id);
  }

  private static FunctionResponse send(HttpRequest request, String id) throws Unanswered {
    try {
      HttpResponse<InputStream> response =
          client().send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        return new FunctionResponse(response.statusCode(), in.readNBytes(MAX_ANSWER));
      }
    } catch (ConnectException e) {
      throw new Unanswered(
          "nobody answers at %s; nothing was sent, so check --url".formatted(request.uri()));
    } catch (IOException e) {
      throw unknown(request.uri(), id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(request.uri(), id);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }

  private static Unanswered unknown(URI url, String id) {
    return new Unanswered(
        "no answer from %s; the call may have had its effect. To find out, make it again with --id %s"
            .formatted(url, id));
  }
}
