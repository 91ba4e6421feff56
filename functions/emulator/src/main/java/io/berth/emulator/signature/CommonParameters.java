// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.FlattenedParameters;
import io.berth.emulator.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request with its common parameters found, wherever the signature version keeps them: in headers
 * (v3) or among all the others (v1).
 *
 * @param pairs what a query or a form holds, decoded; empty for JSON
 */
public record CommonParameters(RawRequest request, boolean v3, Map<String, String> pairs) {
  private static final Set<String> V1_COMMON =
      Set.of(
          "Action",
          "Version",
          "Region",
          "Timestamp",
          "Nonce",
          "SecretId",
          "Signature",
          "SignatureMethod",
          "Token",
          "Language",
          "RequestClient");

  /** Method and size first, as no signature is needed to refuse them. */
  public static CommonParameters of(RawRequest request) throws ApiError {
    boolean get = request.method().equals("GET");
    if (!get && !request.method().equals("POST")) {
      throw new ApiError("UnsupportedProtocol", "The request method must be GET or POST.");
    }
    boolean json = !get && request.mediaType().equals("application/json");
    boolean v3 = request.has("authorization") || request.has("x-tc-action") || json;
    refuseOversize(request, get, v3);
    return new CommonParameters(
        request, v3, v3 && !get ? Map.of() : FlattenedParameters.pairs(text(request, get)));
  }

  private static void refuseOversize(RawRequest request, boolean get, boolean v3) throws ApiError {
    int limit = v3 ? RawRequest.POST_V3_BYTES : RawRequest.POST_V1_BYTES;
    if (get ? request.query().length() > RawRequest.GET_BYTES : request.body().length > limit) {
      throw ApiError.tooLarge(get ? RawRequest.GET_BYTES : limit);
    }
  }

  private static String text(RawRequest request, boolean get) throws ApiError {
    if (get) {
      return request.query();
    }
    boolean form = request.mediaType().equals("application/x-www-form-urlencoded");
    // Bytes to characters one to one: what is not ASCII is refused when it is decoded.
    return form ? new String(request.body(), StandardCharsets.ISO_8859_1) : "";
  }

  /** A common parameter by its v1 name, e.g. {@code Region}. */
  public Optional<String> find(String name) throws ApiError {
    if (v3) {
      return request.header("x-tc-" + name.toLowerCase(Locale.ROOT));
    }
    return Optional.ofNullable(pairs.get(name));
  }

  /** A common parameter that must be there. */
  public String required(String name) throws ApiError {
    return find(name).filter(value -> !value.isEmpty()).orElseThrow(() -> ApiError.missing(name));
  }

  /** Seconds since 1970. */
  public Instant timestamp() throws ApiError {
    String text = required("Timestamp");
    if (!text.matches("[0-9]{1,11}")) {
      throw ApiError.wrongType("Timestamp");
    }
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  /** The name of a common parameter as messages spell it. */
  public String spelled(String name) {
    return v3 ? "X-TC-" + name : name;
  }

  /** Whether values came as text and stand for other types. */
  public boolean texts() {
    return !v3 || request.method().equals("GET");
  }

  /** The action's own parameters, as they came. */
  public ObjectNode parameters() throws ApiError {
    if (texts()) {
      Map<String, String> own = new LinkedHashMap<>(pairs);
      if (!v3) {
        own.keySet().removeAll(V1_COMMON);
      }
      return FlattenedParameters.unfold(own);
    }
    return json(request);
  }

  /** A body that is a JSON object. */
  public static ObjectNode json(RawRequest request) throws ApiError {
    try {
      if (StrictJson.read(request.body()) instanceof ObjectNode object) {
        return object;
      }
      throw new ApiError("InvalidParameter", "The body must be a JSON object.");
    } catch (StrictJson.MalformedJson e) {
      throw new ApiError("InvalidParameter", e.getMessage());
    }
  }
}
