// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.url;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Makes the event of a Function URL from an HTTP request (SCF, Function URL, Event Structure). */
final class UrlEvent {
  private UrlEvent() {}

  /**
   * The event as JSON.
   *
   * @param path behind the function's name, {@code /} at least
   * @param gateway whether the fields of the retired API gateway come too [I]
   */
  static String of(Request request, String path, byte[] body, String requestId, boolean gateway) {
    ObjectNode event = ScfJson.object();
    putBody(event, body, gateway);
    ObjectNode headers = event.putObject("headers");
    headers(request).forEach(headers::put);
    event.put("httpMethod", request.getMethod()).put("path", path);
    ObjectNode query = event.putObject("queryString");
    query(request).forEach(query::put);
    if (gateway) {
      putGateway(event, request, path, requestId);
    }
    return event.toString();
  }

  // The documents say nothing about bodies that are not text; a flag is the honest way [I].
  private static void putBody(ObjectNode event, byte[] body, boolean gateway) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      event.put("body", text);
      if (gateway) {
        event.put("isBase64Encoded", false);
      }
    } catch (CharacterCodingException e) {
      event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
  }

  // Names in lower case; one that came twice is joined by a comma, as HTTP allows [I]. Clients
  // cannot set x-scf-* or connection.
  private static Map<String, String> headers(Request request) {
    Map<String, String> all = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      String value = field.getValue() == null ? "" : field.getValue();
      if (!name.startsWith("x-scf-") && !name.equals("connection")) {
        all.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    all.put("x-scf-remote-addr", Request.getRemoteAddr(request));
    return all;
  }

  // The first of several values counts [I].
  private static Map<String, String> query(Request request) {
    Map<String, String> all = new TreeMap<>();
    String query = request.getHttpURI().getQuery();
    if (query != null) {
      Fields fields = new Fields(true);
      UrlEncoded.decodeTo(query, fields::add, StandardCharsets.UTF_8);
      for (Fields.Field field : fields) {
        all.put(field.getName(), field.getValue() == null ? "" : field.getValue());
      }
    }
    return all;
  }

  private static void putGateway(ObjectNode event, Request request, String path, String requestId) {
    event.putObject("headerParameters");
    event.putObject("pathParameters");
    event.putObject("queryStringParameters");
    ObjectNode context = event.putObject("requestContext");
    context
        .put("serviceId", "")
        .put("path", path)
        .put("httpMethod", request.getMethod())
        .put("requestId", requestId)
        .put("sourceIp", Request.getRemoteAddr(request))
        .put("stage", "release");
    context.putObject("identity");
  }
}
