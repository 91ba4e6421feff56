// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One bucket of Cloud Object Storage (COS XML API): looks whether an object is there, and stores
 * one. Each call is one request; an upload is sent at most once.
 */
public final class ObjectStore implements AutoCloseable {
  // A clock that is minutes ahead must not make a signature that holds only later.
  private static final long SIGNED_BEFORE = 300;
  private static final long SIGNED_AFTER = 900;

  private final URI bucket;
  private final Credentials credentials;
  private final Clock clock;
  private final OkHttpClient http;

  /**
   * @param cloud where the cloud's API is. With the API on this machine, the bucket is there too:
   *     the same name and port, but no name service is asked and no proxy
   * @param name with the APPID, e.g. {@code berth-code-1250000000}
   * @param region e.g. {@code ap-guangzhou}
   * @param timeouts the whole call has to hold an upload
   */
  public ObjectStore(
      Endpoint cloud,
      String name,
      String region,
      Credentials credentials,
      Clock clock,
      Timeouts timeouts) {
    Optional<URI> here = cloud.thisMachine();
    String host = name + ".cos." + region + ".myqcloud.com";
    this.bucket =
        here.map(uri -> URI.create(uri.getScheme() + "://" + host + port(uri)))
            .orElseGet(() -> URI.create("https://" + host));
    this.credentials = credentials;
    this.clock = clock;
    OkHttpClient.Builder builder = CloudClient.http(bucket.getScheme().equals("https"), timeouts);
    here.ifPresent(
        uri ->
            builder
                .dns(any -> List.of(InetAddress.getAllByName(uri.getHost())))
                .proxy(Proxy.NO_PROXY));
    this.http = builder.build();
  }

  /**
   * Whether an object is there (HEAD Object).
   *
   * @param key begins with a slash; letters, digits and {@code /._-}
   */
  public StoreReply head(String key) {
    return send("HEAD", key, Map.of(), Optional.empty());
  }

  /**
   * Stores a file, in the place of an object of that name if there is one (PUT Object).
   *
   * @param bytes the file's size
   * @param md5 of its content; COS refuses a content with another
   */
  public StoreReply put(String key, Path file, long bytes, byte[] md5) {
    Map<String, String> headers =
        Map.of(
            "Content-Length",
            Long.toString(bytes),
            "Content-MD5",
            Base64.getEncoder().encodeToString(md5),
            "Content-Type",
            "application/zip");
    return send("PUT", key, headers, Optional.of(new FileBody(file, bytes)));
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  private StoreReply send(
      String method, String key, Map<String, String> headers, Optional<FileBody> body) {
    if (!key.matches("/[A-Za-z0-9/._-]+")) {
      throw new IllegalArgumentException("not a plain key: " + key);
    }
    Instant now = clock.instant();
    Request request = request(method, key, headers, body, now);
    try (Response response = http.newCall(request).execute()) {
      return response.isSuccessful()
          ? there(response, body.map(FileBody::contentLength))
          : refused(response, now);
    } catch (IOException e) {
      return new StoreReply.Lost(bucket.getHost() + " gave no answer: " + CloudClient.reason(e));
    }
  }

  private Request request(
      String method,
      String key,
      Map<String, String> headers,
      Optional<FileBody> body,
      Instant now) {
    Map<String, String> signed = new TreeMap<>(headers);
    signed.put("Host", bucket.getAuthority());
    credentials.token().ifPresent(t -> signed.put("x-cos-security-token", t.reveal()));
    String keyTime =
        now.getEpochSecond() - SIGNED_BEFORE + ";" + (now.getEpochSecond() + SIGNED_AFTER);
    Request.Builder request =
        new Request.Builder()
            .url(bucket + key)
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "berth");
    signed.forEach(request::header);
    // A refusal then comes before megabytes are on their way, and so is sure to be read.
    body.ifPresent(file -> request.header("Expect", "100-continue"));
    return request
        .header(
            "Authorization",
            CosSignature.of(method, key, Map.of(), signed, keyTime).authorization(credentials))
        .method(method, body.orElse(null))
        .build();
  }

  private static StoreReply there(Response response, Optional<Long> sent) {
    String length = response.header("Content-Length", "");
    String etag = response.header("ETag", "").replace("\"", "");
    if (sent.isEmpty() && !length.matches("[0-9]{1,18}")) {
      return new StoreReply.Lost("the answer has no Content-Length, so it is not COS's");
    }
    return new StoreReply.There(sent.orElseGet(() -> Long.parseLong(length)), etag);
  }

  private static StoreReply refused(Response response, Instant signedAt) throws IOException {
    BufferedSource source = response.body().source();
    boolean whole = !source.request(StoreError.MOST_BYTES + 1L);
    String xml = whole ? source.readString(StandardCharsets.UTF_8) : "";
    StoreError error = StoreError.read(xml);
    String message = error.message();
    if (error.code().equals("RequestTimeTooSkewed") || message.contains("expired")) {
      message = (message + ClockSkew.offBy(response.header("Date"), signedAt)).strip();
    }
    String id = response.header("x-cos-request-id", error.requestId());
    return new StoreReply.Refused(response.code(), error.code(), message, id);
  }

  private static String port(URI uri) {
    return uri.getPort() == -1 ? "" : ":" + uri.getPort();
  }
}
