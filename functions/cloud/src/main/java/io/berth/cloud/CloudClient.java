// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Calls the cloud: one call is one POST, sent at most once. Nothing here retries, follows a
 * redirect, or throws for what the network does.
 */
public final class CloudClient implements AutoCloseable {
  /** The largest answer read; a page of 100 register codes has about 40 KB. */
  static final int MAX_RESPONSE = 4 << 20;

  private static final String CONTENT_TYPE = "application/json; charset=utf-8";

  /** As many idle connections as calls may run at once in one instance. */
  private static final int POOL = 32;

  private final Endpoint endpoint;
  private final Clock clock;
  private final Timeouts timeouts;
  private final OkHttpClient http;
  private final SigningKeys keys = new SigningKeys();

  public CloudClient(Endpoint endpoint, Clock clock, Timeouts timeouts) {
    this.endpoint = endpoint;
    this.clock = clock;
    this.timeouts = timeouts;
    this.http = http(endpoint.isEncrypted(), timeouts).build();
  }

  /** OkHttp with everything switched off that could send a request again or elsewhere. */
  static OkHttpClient.Builder http(boolean encrypted, Timeouts timeouts) {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        // HTTP/2 would bring re-sends of its own (REFUSED_STREAM) for no gain on one call.
        .protocols(List.of(Protocol.HTTP_1_1))
        .fastFallback(false)
        // A list of cleartext alone keeps the trust store from being read at all.
        .connectionSpecs(
            List.of(encrypted ? ConnectionSpec.RESTRICTED_TLS : ConnectionSpec.CLEARTEXT))
        .connectionPool(new ConnectionPool(POOL, 30, TimeUnit.SECONDS))
        .connectTimeout(timeouts.connect())
        .readTimeout(timeouts.read())
        .writeTimeout(timeouts.read())
        .callTimeout(timeouts.call());
  }

  /** Calls, signed with the present moment, within the client's limits. */
  public CloudReply call(Call call) {
    return call(call, clock.instant(), timeouts.call());
  }

  /**
   * Calls, signed with a moment that the caller has read already. Whoever compares a deadline with
   * the clock passes that same reading on, so that no pause can come between check and signature:
   * the cloud refuses what is 300 s older.
   *
   * @param signedAt the moment for {@code X-TC-Timestamp}
   * @param limit for the whole call, when shorter than the client's own
   */
  public CloudReply call(Call call, Instant signedAt, Duration limit) {
    okhttp3.Call sending = http.newCall(request(call, signedAt));
    SentMark mark = new SentMark();
    sending.addEventListener(mark);
    long millis = Math.max(1, Math.min(limit.toMillis(), timeouts.call().toMillis()));
    sending.timeout().timeout(millis, TimeUnit.MILLISECONDS);
    try (Response response = sending.execute()) {
      return read(response, signedAt);
    } catch (IOException e) {
      return mark.sent()
          ? new CloudReply.Lost("the request was sent, but no answer came: " + reason(e), true)
          : new CloudReply.Lost("the cloud could not be reached: " + reason(e), false);
    }
  }

  /**
   * Opens a connection that the first call will find open: name, TCP and TLS, and every class on
   * the way. It asks for nothing: an unsigned GET is refused by the cloud before all else. Where
   * the endpoint is not reached by TLS there is nothing worth doing ahead.
   *
   * @param limit for all of it
   * @return whether the cloud was reached; never throws for what the network does
   */
  public boolean connectAhead(String service, Duration limit) {
    if (!endpoint.isEncrypted()) {
      return false;
    }
    URI uri = endpoint.forService(service);
    Request ask = new Request.Builder().url(uri.toString()).header("User-Agent", "berth").build();
    okhttp3.Call asking = http.newCall(ask);
    asking.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = asking.execute()) {
      // Read to its end, as only then the connection is kept.
      response.body().source().skip(Math.max(0, response.body().contentLength()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  private Request request(Call call, Instant signedAt) {
    URI uri = endpoint.forService(call.service());
    String host = host(uri);
    CanonicalRequest canonical =
        CanonicalRequest.ofPost(CONTENT_TYPE, host, call.action(), call.json());
    SigningKey key = keys.key(call.credentials(), signedAt, call.service());
    Tc3Signature signature = Tc3Signature.of(canonical, signedAt, key);
    Request.Builder request =
        new Request.Builder()
            .url(uri.toString())
            .header("Host", host)
            .header("Authorization", signature.authorization(call.credentials().secretId()))
            .header("Content-Type", CONTENT_TYPE)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "berth")
            .header("X-TC-Action", call.action())
            .header("X-TC-Version", call.version())
            .header("X-TC-Timestamp", Long.toString(signedAt.getEpochSecond()))
            .header("X-TC-Language", "en-US")
            .post(new OneShotBody(call.json()));
    call.region().ifPresent(region -> request.header("X-TC-Region", region));
    call.credentials().token().ifPresent(token -> request.header("X-TC-Token", token.reveal()));
    return request.build();
  }

  private CloudReply read(Response response, Instant signedAt) throws IOException {
    if (response.code() != 200) {
      return new CloudReply.Malformed(
          "the cloud answered HTTP " + response.code() + " in place of 200");
    }
    BufferedSource source = response.body().source();
    if (source.request(MAX_RESPONSE + 1L)) {
      return new CloudReply.Malformed("the cloud's answer is larger than 4 MB");
    }
    CloudReply reply = Envelope.read(source.readByteArray());
    return reply instanceof CloudReply.Refused refused
            && refused.code().equals("AuthFailure.SignatureExpire")
        ? ClockSkew.explain(refused, response.header("Date"), signedAt)
        : reply;
  }

  /** The text that OkHttp would put into Host, which is what the signature must cover. */
  private static String host(URI uri) {
    return uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.replace('\n', ' ');
  }
}
