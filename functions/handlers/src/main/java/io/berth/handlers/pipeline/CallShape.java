// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.FunctionName;
import io.berth.runtime.Headers;
import io.berth.runtime.HttpCall;
import java.util.Locale;
import java.util.Optional;

/** The first look at a call: path, method, encoding, type and size, before a byte is believed. */
final class CallShape {
  static final int MAX_BODY = 64 << 10;

  private static final String MEDIA_TYPE = "unsupported_media_type";

  private CallShape() {}

  /** Why the call is not looked at any further, if so. */
  static Optional<FunctionAnswer> refusal(HttpCall call, FunctionName function) {
    String path = call.path();
    if (!path.equals("/") && !path.equals("/" + function.wireName())) {
      return refused(404, "not_found", "no such path; POST to /", call);
    }
    if (!call.method().equals("POST")) {
      return refused(405, "method_not_allowed", "use POST", call);
    }
    return content(call);
  }

  private static Optional<FunctionAnswer> content(HttpCall call) {
    if (isEncoded(call.headers())) {
      return refused(415, MEDIA_TYPE, "compressed bodies are not accepted", call);
    }
    if (!isJson(call.headers())) {
      String json = "Content-Type must be application/json, with charset utf-8 if any";
      return refused(415, MEDIA_TYPE, json, call);
    }
    if (call.body().length > MAX_BODY) {
      return refused(413, "too_large", "body is larger than 64 KB; send less", call);
    }
    return call.body().length == 0
        ? refused(400, "bad_request", "body is empty; send the parameters as JSON", call)
        : Optional.empty();
  }

  private static boolean isEncoded(Headers headers) {
    return headers
        .first("content-encoding")
        .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
        .isPresent();
  }

  private static boolean isJson(Headers headers) {
    String type = headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
    String[] parts = type.split(";", 2);
    String charset = parts.length == 2 ? parts[1].replace("\"", "").strip() : "charset=utf-8";
    return parts[0].strip().equals("application/json")
        && (charset.isEmpty() || charset.equals("charset=utf-8"));
  }

  private static Optional<FunctionAnswer> refused(
      int status, String code, String text, HttpCall call) {
    return Optional.of(FunctionAnswer.refused(status, code, text, call.requestId()));
  }
}
