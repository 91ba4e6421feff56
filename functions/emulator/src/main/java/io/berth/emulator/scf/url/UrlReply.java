// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.url;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.scf.platform.FunctionInvocation;
import io.berth.emulator.scf.platform.InvocationResult;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The HTTP answer of a Function URL, from what the function returned or from its failure. */
record UrlReply(int status, List<Map.Entry<String, String>> headers, byte[] body) {
  private static final Map.Entry<String, String> JSON =
      Map.entry("content-type", "application/json");
  private static final Map.Entry<String, String> TEXT =
      Map.entry("content-type", "text/plain; charset=utf-8");
  // The listener's own business, whatever the function says.
  private static final Set<String> HOP =
      Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "upgrade");

  // SCF numbers that mean something else in HTTP would mislead its clients: 407 asks for a proxy's
  // password, 406 is about Accept, 435 is plainly "not found". All others go out as they are [I].
  private static final Map<Integer, Integer> HTTP = Map.of(406, 413, 407, 502, 435, 404);

  private static final InvocationResult.FunctionFailure INVALID_ENVELOPE =
      new InvocationResult.FunctionFailure(
          502,
          "Invalid scf response format: statusCode must be 200 to 599, headers an object of texts or lists of texts, body a text, isBase64Encoded a boolean");

  /** The answer to a finished invocation. */
  static UrlReply of(FunctionInvocation.InvocationReport report) {
    return report
        .result()
        .fold(
            answered -> answered(answered.body(), report.requestId()),
            failed -> failed(failed, report.requestId()));
  }

  /** A failure as the JSON object that {@link InvocationResult.FunctionFailure} documents. */
  static UrlReply failed(InvocationResult.FunctionFailure failed, String requestId) {
    int status = HTTP.getOrDefault(failed.status(), failed.status());
    return new UrlReply(status, List.of(JSON), utf8(failed.toJson(requestId) + "\n"));
  }

  private static UrlReply answered(byte[] returned, String requestId) {
    Optional<JsonNode> json = text(returned).flatMap(ScfJson::parse);
    if (json.isEmpty()) {
      return new UrlReply(200, List.of(TEXT), returned);
    }
    if (!json.get().isObject() || !json.get().has("statusCode")) {
      return new UrlReply(200, List.of(JSON), returned);
    }
    return envelope(json.get()).orElseGet(() -> failed(INVALID_ENVELOPE, requestId));
  }

  private static Optional<UrlReply> envelope(JsonNode envelope) {
    JsonNode status = envelope.get("statusCode");
    if (!status.isInt() || status.intValue() < 200 || status.intValue() > 599) {
      return Optional.empty();
    }
    Optional<byte[]> body = body(envelope);
    return headers(envelope.path("headers"))
        .flatMap(given -> body.map(content -> new UrlReply(status.intValue(), given, content)));
  }

  private static Optional<byte[]> body(JsonNode envelope) {
    JsonNode base64 = envelope.path("isBase64Encoded");
    JsonNode body = envelope.path("body");
    boolean fits =
        (base64.isMissingNode() || base64.isBoolean())
            && (body.isMissingNode() || body.isNull() || body.isTextual());
    return fits ? bytes(body.asText(""), base64.asBoolean()) : Optional.empty();
  }

  private static Optional<List<Map.Entry<String, String>>> headers(JsonNode given) {
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      return Optional.empty();
    }
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : given.properties()) {
      for (JsonNode value : values(header.getValue())) {
        if (!value.isTextual() || !plain(header.getKey()) || !plain(value.textValue())) {
          return Optional.empty();
        }
        all.add(Map.entry(header.getKey(), value.textValue()));
      }
    }
    all.removeIf(header -> HOP.contains(header.getKey().toLowerCase(Locale.ROOT)));
    return Optional.of(all);
  }

  private static Iterable<JsonNode> values(JsonNode value) {
    return value.isArray() ? value : List.of(value);
  }

  private static boolean plain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c != 127);
  }

  private static Optional<byte[]> bytes(String body, boolean base64) {
    try {
      return Optional.of(base64 ? Base64.getDecoder().decode(body) : utf8(body));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
