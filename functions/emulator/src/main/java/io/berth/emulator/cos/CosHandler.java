// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import io.berth.emulator.http.EmulatorHeader;
import io.berth.emulator.http.RequestBody;
import io.berth.emulator.http.RequestHeaders;
import io.berth.emulator.text.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** COS over HTTP: requests whose Host is a bucket's. All others go on to the next handler. */
public final class CosHandler extends Handler.Abstract {
  private final ObjectFolder objects;
  private final CosAccessCheck access;
  private final Supplier<Clock> clock;
  private final Identifiers identifiers;

  /**
   * Serves the objects of a folder.
   *
   * @param clock what answers carry as {@code Date}
   */
  public CosHandler(
      ObjectFolder objects, CosAccessCheck access, Supplier<Clock> clock, Identifiers identifiers) {
    this.objects = objects;
    this.access = access;
    this.clock = clock;
    this.identifiers = identifiers;
  }

  /** One request that is for a bucket, and the way back. */
  private record Exchange(
      Request request,
      Map<String, List<String>> headers,
      ObjectAddress address,
      Response response,
      Callback callback) {
    void send(byte[] body) {
      boolean withBody = !request.getMethod().equals("HEAD");
      response.write(true, ByteBuffer.wrap(withBody ? body : new byte[0]), callback);
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Map<String, List<String>> headers = RequestHeaders.of(request);
    Optional<ObjectAddress> address = ObjectAddress.of(RequestHeaders.host(headers), key(request));
    if (address.isEmpty()) {
      return false;
    }
    Exchange exchange = new Exchange(request, headers, address.get(), response, callback);
    String id = requestId();
    dress(response, id);
    try {
      serve(exchange);
    } catch (CosError e) {
      refuse(exchange, e, id);
    }
    return true;
  }

  private static void refuse(Exchange exchange, CosError error, String id) {
    // A client that waits for a 100 is not sending; any other has to be heard out.
    if (!exchange.headers().containsKey("expect")) {
      RequestBody.read(exchange.request(), 0);
    }
    exchange.response().setStatus(error.status());
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    String resource = RequestHeaders.host(exchange.headers()) + exchange.address().key();
    exchange.send(error.xml(resource, id).getBytes(StandardCharsets.UTF_8));
  }

  private static String key(Request request) {
    String path = request.getHttpURI().getDecodedPath();
    return path == null ? "/" : path;
  }

  // As COS's look: base64 of four numbers in hex.
  private String requestId() {
    String text = String.join("_", List.of(hex(4), hex(4), hex(2), hex(2)));
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String hex(int bytes) {
    return identifiers.hex(bytes);
  }

  private void dress(Response response, String id) {
    EmulatorHeader.put(response);
    response
        .getHeaders()
        .put(HttpHeader.DATE, DateGenerator.formatDate(clock.get().millis()))
        .put(HttpHeader.SERVER, "tencent-cos")
        .put("x-cos-request-id", id);
  }

  private void serve(Exchange exchange) throws CosError, IOException {
    if (exchange.request().getHttpURI().getQuery() != null) {
      // Before the signature: it covers the parameters, which nothing here reads.
      throw CosError.notImplemented();
    }
    access.check(exchange.request().getMethod(), exchange.address(), exchange.headers());
    if (!exchange.address().isOurs()) {
      throw new CosError(404, "NoSuchBucket", "The specified bucket does not exist.");
    }
    if (exchange.address().key().equals("/")) {
      throw CosError.notImplemented();
    }
    switch (exchange.request().getMethod()) {
      case "PUT" -> put(exchange);
      case "HEAD" -> head(exchange);
      case "GET" -> get(exchange);
      case "DELETE" -> delete(exchange);
      default -> throw CosError.notImplemented();
    }
  }

  private void put(Exchange exchange) throws CosError, IOException {
    checkLength(exchange.request().getLength());
    Optional<String> md5 =
        Optional.ofNullable(exchange.headers().get("content-md5")).map(values -> values.get(0));
    try (InputStream in = Content.Source.asInputStream(exchange.request())) {
      StoredObject stored = objects.put(exchange.address(), in, object -> checkMd5(object, md5));
      exchange.response().getHeaders().put(HttpHeader.ETAG, stored.etag());
    }
    exchange.send(new byte[0]);
  }

  private static void checkLength(long length) throws CosError {
    if (length < 0) {
      throw new CosError(
          411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }
    if (length > ObjectFolder.LARGEST) {
      throw new CosError(
          400,
          "EntityTooLarge",
          "Your proposed upload exceeds the maximum allowed object size; here that is 50 MB.");
    }
  }

  private static void checkMd5(StoredObject object, Optional<String> given) throws CosError {
    String md5 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.md5()));
    if (given.isPresent() && !given.get().equals(md5)) {
      throw new CosError(
          400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  private void head(Exchange exchange) throws CosError {
    StoredObject object = objects.find(exchange.address()).orElseThrow(CosHandler::noSuchKey);
    describe(object, exchange.response());
    exchange.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, object.bytes());
    exchange.response().write(true, ByteBuffer.allocate(0), exchange.callback());
  }

  private void get(Exchange exchange) throws CosError, IOException {
    ObjectFolder.ObjectContent content =
        objects.read(exchange.address()).orElseThrow(CosHandler::noSuchKey);
    describe(content.object(), exchange.response());
    exchange.send(content.bytes());
  }

  private void delete(Exchange exchange) throws IOException {
    objects.remove(exchange.address());
    exchange.response().setStatus(204);
    exchange.send(new byte[0]);
  }

  private static CosError noSuchKey() {
    return new CosError(404, "NoSuchKey", "The specified key does not exist.");
  }

  private static void describe(StoredObject object, Response response) {
    response
        .getHeaders()
        .put(HttpHeader.ETAG, object.etag())
        .put(HttpHeader.CONTENT_TYPE, "application/octet-stream")
        .put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(object.at().toEpochMilli()));
  }
}
