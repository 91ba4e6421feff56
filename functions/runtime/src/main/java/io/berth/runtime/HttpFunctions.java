// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.text.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the HTTP function in a handler, or lets any other handler have HTTP as an event. */
final class HttpFunctions {
  private HttpFunctions() {}

  static HttpFunction of(RequestStreamHandler handler) {
    return handler instanceof HttpEventHandler ours
        ? ours.function()
        : (call, context) -> asEvent(handler, call, context);
  }

  private static HttpReply asEvent(RequestStreamHandler handler, HttpCall call, Context context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event(call)), out, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply(Json.readObject(out.toByteArray(), Json.Limits.WIDE));
  }

  private static byte[] event(HttpCall call) {
    Map<String, Object> headers = new LinkedHashMap<>();
    call.headers().asMap().forEach((name, values) -> headers.put(name, String.join(",", values)));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", call.method());
    event.put("path", call.path());
    event.put("headers", headers);
    event.put("isBase64Encoded", true);
    event.put("body", Base64.getEncoder().encodeToString(call.body()));
    return Json.writeBytes(event);
  }

  private static HttpReply reply(Map<String, Object> envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (envelope.get("headers") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> headers.put((String) name, String.valueOf(value)));
    }
    String body = envelope.get("body") instanceof String text ? text : "";
    byte[] bytes =
        Boolean.TRUE.equals(envelope.get("isBase64Encoded"))
            ? Base64.getDecoder().decode(body)
            : body.getBytes(UTF_8);
    int status = envelope.get("statusCode") instanceof Number number ? number.intValue() : 200;
    return new HttpReply(status, headers, bytes);
  }
}
