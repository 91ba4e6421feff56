// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The process around a function: its environment, its clock, where lines are logged, and where ids
 * come from when the platform gives none.
 */
public record Host(
    Map<String, String> environment, Clock clock, PrintStream out, Supplier<String> ids) {

  /** The time a function has when the platform does not say: SCF's longest, 900 s. */
  static final long LONGEST_MILLIS = 900_000;

  public Host {
    environment = Map.copyOf(environment);
  }

  String get(String name, String otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value;
  }

  /** The handler's name; a Web function has none, so there the function's own name is taken. */
  String handlerName() {
    return get("_HANDLER", get("SCF_FUNCTIONNAME", ""));
  }

  JsonLog log() {
    return new JsonLog(out, clock, Map.of("fn", get("SCF_FUNCTIONNAME", handlerName())));
  }

  /** Writes one line with these fields. */
  public void note(Map<String, Object> fields) {
    log().write(LogLevel.INFO, fields);
  }

  /** The same host whose lines nobody reads. */
  public Host silent() {
    return new Host(environment, clock, new PrintStream(OutputStream.nullOutputStream()), ids);
  }

  /** The context of a call that no platform made. */
  public Context contextOf(String requestId) {
    return context(requestId, 0, 0, Headers.NONE);
  }

  /** The context of one call; a blank id is replaced, a limit of 0 is taken as unknown. */
  FunctionContext context(String requestId, int memoryMb, long limitMillis, Headers platform) {
    String id = requestId.isBlank() ? ids.get() : requestId;
    return new FunctionContext(
        new FunctionContext.Identity(
            id,
            get("SCF_FUNCTIONNAME", handlerName()),
            get("SCF_FUNCTIONVERSION", "$LATEST"),
            memoryMb),
        clock,
        limitMillis > 0 ? limitMillis : LONGEST_MILLIS,
        log().with(Map.of("request_id", id)),
        platform);
  }

  /** One line for a failure: what happened, and the stack as a list, cut to what helps. */
  void logFailure(String message, String requestId, Throwable failure) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (!requestId.isEmpty()) {
      line.put("request_id", requestId);
    }
    line.put("msg", message);
    line.put("error", failure.getClass().getName());
    line.put("stack", StackLines.of(failure));
    log().write(LogLevel.ERROR, line);
  }
}
