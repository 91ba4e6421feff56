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
  private final CosAccessCheck callers;
  private final Supplier<Clock> clock;
  private final Identifiers identifiers;

  /**
   * Serves the objects of a folder.
   *
   * @param clock what answers carry as {@code Date}
   */
  public CosHandler(
      ObjectFolder objects,
      CosAccessCheck callers,
      Supplier<Clock> clock,
      Identifiers identifiers) {
    this.objects = objects;
    this.callers = callers;
    this.clock = clock;
    this.identifiers = identifiers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Map<String, List<String>> headers = RequestHeaders.of(request);
    String host = RequestHeaders.host(headers);
    Optional<ObjectAddress> place = ObjectAddress.of(host, key(request));
    if (place.isEmpty()) {
      return false;
    }
    String id = requestId();
    dress(response, id);
    try {
      serve(request, headers, place.get(), response, callback);
    } catch (CosError e) {
      // A client that waits for a 100 is not sending; any other has to be heard out.
      if (!headers.containsKey("expect")) {
        RequestBody.read(request, 0);
      }
      response.setStatus(e.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
      String xml = e.xml(host + place.get().key(), id);
      send(request, response, xml.getBytes(StandardCharsets.UTF_8), callback);
    }
    return true;
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

  private void serve(
      Request request,
      Map<String, List<String>> headers,
      ObjectAddress place,
      Response response,
      Callback callback)
      throws CosError, IOException {
    if (request.getHttpURI().getQuery() != null) {
      // Before the signature: it covers the parameters, which nothing here reads.
      throw CosError.notImplemented();
    }
    callers.check(request.getMethod(), place, headers);
    if (!place.isOurs()) {
      throw new CosError(404, "NoSuchBucket", "The specified bucket does not exist.");
    }
    if (place.key().equals("/")) {
      throw CosError.notImplemented();
    }
    switch (request.getMethod()) {
      case "PUT" -> put(request, headers, place, response, callback);
      case "HEAD" -> head(place, response, callback);
      case "GET" -> get(request, place, response, callback);
      case "DELETE" -> {
        objects.remove(place);
        response.setStatus(204);
        send(request, response, new byte[0], callback);
      }
      default -> throw CosError.notImplemented();
    }
  }

  private void put(
      Request request,
      Map<String, List<String>> headers,
      ObjectAddress place,
      Response response,
      Callback callback)
      throws CosError, IOException {
    if (request.getLength() < 0) {
      throw new CosError(
          411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }
    if (request.getLength() > ObjectFolder.LARGEST) {
      throw new CosError(
          400,
          "EntityTooLarge",
          "Your proposed upload exceeds the maximum allowed object size; here that is 50 MB.");
    }
    Optional<String> md5 = Optional.ofNullable(headers.get("content-md5")).map(v -> v.get(0));
    try (InputStream in = Content.Source.asInputStream(request)) {
      StoredObject stored = objects.put(place, in, object -> checkMd5(object, md5));
      response.getHeaders().put(HttpHeader.ETAG, stored.etag());
    }
    send(request, response, new byte[0], callback);
  }

  private static void checkMd5(StoredObject object, Optional<String> given) throws CosError {
    String md5 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(object.md5()));
    if (given.isPresent() && !given.get().equals(md5)) {
      throw new CosError(
          400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  private void head(ObjectAddress place, Response response, Callback callback) throws CosError {
    StoredObject object = objects.find(place).orElseThrow(CosHandler::noSuchKey);
    describe(object, response);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, object.bytes());
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  private void get(Request request, ObjectAddress place, Response response, Callback callback)
      throws CosError, IOException {
    ObjectFolder.ObjectContent content = objects.read(place).orElseThrow(CosHandler::noSuchKey);
    describe(content.object(), response);
    send(request, response, content.bytes(), callback);
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

  private static void send(Request request, Response response, byte[] body, Callback callback) {
    boolean withBody = !request.getMethod().equals("HEAD");
    response.write(true, ByteBuffer.wrap(withBody ? body : new byte[0]), callback);
  }
}
