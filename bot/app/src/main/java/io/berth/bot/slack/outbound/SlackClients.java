// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Slack's client on an HTTP client of ours. Its own would send a message again when a connection
 * drops, when the answer is 408, or when it is 503 with Retry-After; a body that can be sent once
 * only stops all three.
 */
public final class SlackClients {
  private static final Duration CALL = Duration.ofSeconds(5);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private SlackClients() {}

  /** A client for the Web API at {@code apiUrl}, which ends with a slash. */
  public static Slack create(URI apiUrl) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl.toString());
    config.setStatsEnabled(false);
    config.setPrettyResponseLoggingEnabled(false);
    return Slack.getInstance(config, new SlackHttpClient(http()));
  }

  private static OkHttpClient http() {
    return new OkHttpClient.Builder()
        .callTimeout(CALL)
        .connectTimeout(CONNECT)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .addInterceptor(SlackClients::once)
        .build();
  }

  private static Response once(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    return chain.proceed(
        body == null
            ? request
            : request.newBuilder().method(request.method(), new OneShot(body)).build());
  }

  /** The pause that a refusal with 429 asks for; otherwise nothing happened to slow down for. */
  static Sent failed(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      return new Sent.Later(pause(e.getResponse().header("Retry-After", "1")));
    }
    return new Sent.Unclear("HTTP " + status);
  }

  private static Duration pause(String seconds) {
    boolean number = seconds.length() <= 6 && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
    Duration asked = Duration.ofSeconds(number && !seconds.isEmpty() ? Long.parseLong(seconds) : 1);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  /** A body that OkHttp may write one time. */
  private static final class OneShot extends RequestBody {
    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
