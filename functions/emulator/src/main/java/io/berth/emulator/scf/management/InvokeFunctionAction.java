// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.scf.platform.FunctionInvocation.InvocationReport;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.Platform;
import io.berth.emulator.scf.platform.PlatformLimits;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A synchronous call through the management API (SCF InvokeFunction). */
final class InvokeFunctionAction {
  private final FunctionStore store;
  private final Platform platform;

  InvokeFunctionAction(FunctionStore store, Platform platform) {
    this.store = store;
    this.platform = platform;
  }

  ObjectNode invoke(ApiCall call) throws ApiError {
    FunctionKey key = FunctionParameters.key(call);
    FunctionStatus status = store.get(key).status();
    if (!status.serves()) {
      throw new ApiError("FailedOperation.FunctionStatusError", status.notYetActive());
    }
    String event = event(call.parameters());
    boolean tail = tail(call.parameters());
    InvocationReport report = platform.invoke(key, platform.nextRequestId(), event).join();
    ObjectNode answer = ScfJson.object();
    answer.set("Result", result(report, tail));
    return answer;
  }

  private static String event(ObjectNode given) throws ApiError {
    // Without an Event the function gets an empty object [I].
    String event = FunctionParameters.text(given, "Event", "{}");
    if (event.getBytes(StandardCharsets.UTF_8).length > PlatformLimits.PAYLOAD_BYTES) {
      throw new ApiError("InvalidParameter.RequestTooLarge", "Event is larger than 6 MB.");
    }
    if (Optional.of(event).flatMap(ScfJson::parse).isEmpty()) {
      throw new ApiError("InvalidParameter.Payload", "Event must be JSON in a text.");
    }
    return event;
  }

  private static boolean tail(ObjectNode given) throws ApiError {
    String type = FunctionParameters.text(given, "LogType", "None");
    if (!Set.of("None", "Tail").contains(type)) {
      throw new ApiError("InvalidParameterValue", "LogType must be None or Tail.");
    }
    return type.equals("Tail");
  }

  // InvokeResult is no longer maintained by SCF: callers go by an empty ErrMsg.
  private static ObjectNode result(InvocationReport report, boolean tail) {
    boolean answered = report.result().fold(yes -> true, no -> false);
    String retMsg =
        report.result().fold(yes -> new String(yes.body(), StandardCharsets.UTF_8), no -> "");
    String errMsg = report.result().fold(yes -> "", no -> no.toJson(report.requestId()));
    return ScfJson.object()
        .put("RetMsg", retMsg)
        .put("ErrMsg", errMsg)
        .put("Log", tail ? report.log() : "")
        .put("MemUsage", report.memoryBytes())
        .put("Duration", report.micros() / 1000.0)
        .put("BillDuration", (report.micros() + 999) / 1000)
        .put("FunctionRequestId", report.requestId())
        .put("InvokeResult", answered ? 0 : -1);
  }
}
