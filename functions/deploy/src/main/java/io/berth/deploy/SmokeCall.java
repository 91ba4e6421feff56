// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.deploy.scf.Sleeper;
import io.berth.deploy.template.DeployableFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a function runs without letting it do anything: an unsigned call, which Berth's
 * functions answer with a 401 of their own kind before they look at anything else.
 */
final class SmokeCall {
  private static final int TRIES = 6;
  private static final long FIRST_MILLIS = 250;
  private static final int MAX_ANSWER = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Beyond the function's own limits, for the way there and back. */
  private static final Duration WAY = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final Sleeper sleeper;

  SmokeCall(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /**
   * What one try showed: nothing that is wrong, or a sentence, and whether it may pass by itself.
   */
  private record ProbeResult(Optional<String> wrong, boolean mayPass) {
    static final ProbeResult UP = new ProbeResult(Optional.empty(), false);

    static ProbeResult passing(String sentence) {
      return new ProbeResult(Optional.of(sentence), true);
    }

    static ProbeResult lasting(String sentence) {
      return new ProbeResult(Optional.of(sentence), false);
    }
  }

  /**
   * Calls up to six times within some eight seconds beside the calls themselves.
   *
   * @return what is wrong and where to look; nothing when it is up
   */
  Optional<String> complaint(DeployableFunction function, String url) {
    try {
      return untilItPasses(function, FunctionAddress.parse(url)).wrong();
    } catch (IllegalArgumentException e) {
      return Optional.of("no call, as its Function URL " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted; deploy --smoke makes the calls again");
    }
  }

  private ProbeResult untilItPasses(DeployableFunction function, URI address)
      throws InterruptedException {
    ProbeResult result = once(function, address);
    long millis = FIRST_MILLIS;
    for (int i = 1; i < TRIES && result.mayPass(); i++) {
      sleeper.sleep(millis);
      millis *= 2;
      result = once(function, address);
    }
    return result;
  }

  private ProbeResult once(DeployableFunction function, URI url) throws InterruptedException {
    Duration limit = WAY.plusSeconds(function.initTimeout() + (long) function.timeout());
    try {
      // The request's own limit ends with the header: this one covers a body that never ends.
      return http.sendAsync(request(url, limit), HttpResponse.BodyHandlers.ofInputStream())
          .thenApplyAsync(response -> judge(function, response))
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return silent(limit);
    } catch (ExecutionException e) {
      return isLate(e.getCause())
          ? silent(limit)
          : ProbeResult.passing("no connection to " + url + "; deploy --smoke in a minute");
    }
  }

  private static HttpRequest request(URI url, Duration limit) {
    return HttpRequest.newBuilder(url)
        .timeout(limit)
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{}"))
        .build();
  }

  private static boolean isLate(@Nullable Throwable lost) {
    return lost instanceof HttpTimeoutException && !(lost instanceof HttpConnectTimeoutException);
  }

  private static ProbeResult silent(Duration limit) {
    return ProbeResult.lasting("no answer within " + limit.toSeconds() + " s" + SmokeAdvice.LOOK);
  }

  private static ProbeResult judge(
      DeployableFunction function, HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return judge(function, response.statusCode(), body.readNBytes(MAX_ANSWER));
    } catch (IOException e) {
      return ProbeResult.passing("half an answer" + SmokeAdvice.LOOK);
    }
  }

  private static ProbeResult judge(DeployableFunction function, int status, byte[] body) {
    FunctionName name = FunctionName.of(function.handler()).orElseThrow();
    Outcome outcome = Outcome.fromEnvelope(name, status, body);
    if (status == 401
        && outcome instanceof Outcome.Refused refused
        && refused.code().equals("unauthenticated")) {
      return ProbeResult.UP;
    }
    String sentence =
        "HTTP %d in place of 401; %s".formatted(status, SmokeAdvice.of(status, function));
    return status < 300 ? ProbeResult.lasting(sentence) : ProbeResult.passing(sentence);
  }
}
