// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.config.FunctionConfig;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.WebhookSigner;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Calls the functions: one call is one POST, signed by Standard Webhooks with the function's own
 * secret, never repeated and never redirected by the transport.
 */
public final class FunctionClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int IDLE_CONNECTIONS = 32;
  private static final long MOST_BYTES = 256 * 1024;

  private final Map<FunctionName, FunctionConfig> functions;
  private final OkHttpClient http;

  /**
   * @param functions where each function is; its first secret signs
   * @param callTimeout for one call from connecting to the last byte of the answer
   */
  public FunctionClient(Map<FunctionName, FunctionConfig> functions, Duration callTimeout) {
    this.functions = Map.copyOf(functions);
    this.http =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(callTimeout)
            .writeTimeout(callTimeout)
            .callTimeout(callTimeout)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
            .build();
  }

  /**
   * Calls once.
   *
   * @param webhookId letters, digits, '-' and '_'; the function's key against repetition
   * @param signedAt the webhook-timestamp, in whole seconds
   * @param more headers besides the signature's
   */
  FunctionReply call(
      FunctionName function,
      String webhookId,
      Instant signedAt,
      byte[] body,
      Map<String, String> more) {
    FunctionConfig target = functions.get(function);
    if (target == null) {
      return new FunctionReply.NotSent("functions." + function.wireName() + " is not configured");
    }
    Request.Builder request =
        new Request.Builder().url(target.url().toString()).post(new OneShotBody(body));
    WebhookSigner.headers(target.secrets().get(0), webhookId, signedAt, body)
        .forEach(request::header);
    more.forEach(request::header);
    return send(request.build());
  }

  private FunctionReply send(Request request) {
    try (Response response = http.newCall(request).execute()) {
      BufferedSource source = response.body().source();
      if (source.request(MOST_BYTES + 1)) {
        return new FunctionReply.Lost("the answer is longer than 256 KB");
      }
      return new FunctionReply.Answered(response.code(), source.readByteArray());
    } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
      return new FunctionReply.NotSent(describe(e));
    } catch (IOException e) {
      return new FunctionReply.Lost(describe(e));
    }
  }

  private static String describe(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
