// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an HTTP call out of an event: SCF's Function URL (with and without {@code ApiGwCompatible})
 * and the legacy API gateway trigger, which has the same fields and more. On AWS Lambda, its
 * gateway's payload 1.0 is of that form too; payload 2.0, which its function URLs send, has method
 * and path under other names.
 *
 * <p>{@code isBase64Encoded} must be a boolean: the text "true" is refused, because a guess about
 * encoding would change the bytes whose signature is checked next.
 */
final class EventReader {
  private final int maxBody;

  EventReader(int maxBody) {
    this.maxBody = maxBody;
  }

  /** The event is no HTTP call that a function could answer. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Unreadable(int status, String code, String sentence) {
      super(sentence, null, false, false);
      this.status = status;
      this.code = code;
    }

    HttpReply reply(String requestId) {
      return HttpReply.refused(status, code, getMessage(), requestId);
    }
  }

  HttpCall read(byte[] event, String requestId) throws Unreadable {
    Map<String, Object> tree = tree(event);
    String method = method(tree);
    String path = path(tree);
    if (isSuspicious(path)) {
      throw new Unreadable(404, "not_found", "no such path");
    }
    Headers headers = headers(tree.get("headers")).withoutPlatform();
    return new HttpCall(method, path, headers, body(tree), requestId);
  }

  /** Refused as they are rather than normalised into a path that would be right. */
  static boolean isSuspicious(String path) {
    return !path.startsWith("/")
        || path.contains("//")
        || path.contains("..")
        || path.contains("%")
        || path.indexOf('\\') >= 0;
  }

  private static Map<String, Object> tree(byte[] event) throws Unreadable {
    String start = new String(event, 0, Math.min(event.length, 16), UTF_8).trim();
    if (start.isEmpty() || start.equals("null") || start.equals("{}")) {
      throw bad("event is empty");
    }
    try {
      return Json.readObject(event, Json.Limits.WIDE);
    } catch (MalformedJson e) {
      throw bad("event is not readable: " + e.getMessage());
    }
  }

  private static String method(Map<String, Object> tree) throws Unreadable {
    if ("Event".equals(tree.get("InvocationType"))) {
      throw bad("asynchronous invocation is not supported (platform would retry)");
    }
    if (tree.get("httpMethod") instanceof String method) {
      return method;
    }
    if (tree.get("requestContext") instanceof Map<?, ?> request
        && request.get("http") instanceof Map<?, ?> http
        && http.get("method") instanceof String method) {
      return method;
    }
    throw bad(
        tree.get("Type") instanceof String type
            ? "Unsupported trigger '" + type + "'; use a function URL"
            : "event is not an HTTP request: it has no httpMethod; use a function URL");
  }

  private static String path(Map<String, Object> tree) {
    Object path = tree.containsKey("path") ? tree.get("path") : tree.get("rawPath");
    return path instanceof String text ? text : "/";
  }

  private static Headers headers(@Nullable Object node) throws Unreadable {
    if (node == null) {
      return Headers.NONE;
    }
    if (!(node instanceof Map<?, ?> map)) {
      throw bad("headers must be an object");
    }
    Map<String, List<String>> raw = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getValue() instanceof String value)) {
        throw bad("header " + entry.getKey() + " must be text");
      }
      raw.computeIfAbsent((String) entry.getKey(), unused -> new ArrayList<>()).add(value);
    }
    return Headers.of(raw);
  }

  private byte[] body(Map<String, Object> tree) throws Unreadable {
    Object node = tree.get("body");
    if (node == null) {
      return new byte[0];
    }
    if (!(node instanceof String text)) {
      throw bad("body must be text");
    }
    boolean base64 = isBase64(tree.get("isBase64Encoded"));
    if ((base64 ? text.length() / 4L * 3 - 2 : text.length()) > maxBody) {
      throw tooLarge();
    }
    byte[] bytes = base64 ? decode(text) : text.getBytes(UTF_8);
    if (bytes.length > maxBody) {
      throw tooLarge();
    }
    return bytes;
  }

  private static boolean isBase64(@Nullable Object flag) throws Unreadable {
    if (flag == null || flag instanceof Boolean) {
      return Boolean.TRUE.equals(flag);
    }
    throw bad("isBase64Encoded must be true or false");
  }

  private static byte[] decode(String text) throws Unreadable {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw bad("body is not base64");
    }
  }

  private Unreadable tooLarge() {
    return new Unreadable(413, "too_large", "body is larger than " + maxBody + " bytes; send less");
  }

  private static Unreadable bad(String sentence) {
    return new Unreadable(400, "bad_request", sentence);
  }
}
