// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.CallHeaders;
import io.berth.contract.text.Json;
import io.berth.runtime.HttpCall;
import io.berth.runtime.StackLines;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one log line of a call, filled in as it goes. Only ids, names, codes and times get in; never
 * a body, a header's value that authenticates, or anything that the cloud returned beside an id.
 */
final class CallLine {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final FunctionName function;
  private final Instant start;

  CallLine(FunctionName function, HttpCall call, Instant start, boolean cold) {
    this.function = function;
    this.start = start;
    fields.put("msg", "call");
    fields.put("cold_start", cold);
    call.headers().first(CallHeaders.TRACEPARENT).ifPresent(this::trace);
  }

  void put(String name, String value) {
    fields.put(name, value);
  }

  void failure(Throwable failure) {
    fields.put("error", failure.getClass().getName());
    fields.put("stack", StackLines.of(failure));
  }

  String finished(FunctionAnswer answer, Instant end) {
    fields.put("status", answer.status());
    fields.put("outcome", String.valueOf(answer.body().get("Outcome")));
    if (!answer.code().isEmpty()) {
      fields.put("code", answer.code());
    }
    fields.put("answer_request_id", String.valueOf(answer.body().get("RequestId")));
    String made = function.resultField().orElse("");
    if (answer.body().get(made) instanceof String id) {
      fields.put("resource_id", id);
    }
    fields.put("duration_ms", Duration.between(start, end).toMillis());
    return Json.write(fields);
  }

  /** W3C Trace Context, version 00: the trace id is the second part. */
  private void trace(String traceparent) {
    String[] parts = traceparent.split("-", -1);
    if (parts.length == 4 && parts[1].matches("[0-9a-f]{32}")) {
      fields.put("trace_id", parts[1]);
    }
  }
}
