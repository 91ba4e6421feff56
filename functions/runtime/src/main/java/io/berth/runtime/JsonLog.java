// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A logger that writes each message as one line of JSON to standard output, which SCF's log service
 * turns into fields of the first level (SCF, "Log delivery").
 *
 * <p>A message that is itself a JSON object adds its fields to the line in place of {@code msg}.
 * Whatever a message holds, line ends included, it stays one line.
 */
final class JsonLog implements LambdaLogger {
  private static final int MAX_MESSAGE = 4_000;

  private final PrintStream out;
  private final Clock clock;
  private final Map<String, Object> always;

  JsonLog(PrintStream out, Clock clock, Map<String, Object> always) {
    this.out = out;
    this.clock = clock;
    this.always = new LinkedHashMap<>(always);
  }

  /** The same log with fields that every line of one call carries. */
  JsonLog with(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(always);
    all.putAll(more);
    return new JsonLog(out, clock, all);
  }

  @Override
  public void log(String message) {
    log(message, LogLevel.INFO);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, UTF_8), LogLevel.INFO);
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    log(new String(message, UTF_8), level);
  }

  @Override
  public void log(String message, LogLevel level) {
    write(level, fields(message));
  }

  /** Writes one line of text. */
  void say(LogLevel level, String message) {
    write(level, Map.of("msg", cut(message)));
  }

  /** Writes one line with these fields behind time, level and what every line has. */
  void write(LogLevel level, Map<String, Object> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", clock.instant().toString());
    line.put("level", level.name());
    line.putAll(always);
    line.putAll(fields);
    byte[] bytes = (Json.write(line) + "\n").getBytes(UTF_8);
    synchronized (out) {
      out.write(bytes, 0, bytes.length);
      out.flush();
    }
  }

  private static Map<String, Object> fields(String message) {
    if (message.startsWith("{")) {
      try {
        return Json.readObject(message.getBytes(UTF_8), Json.Limits.WIDE);
      } catch (MalformedJson notJson) {
        return Map.of("msg", cut(message));
      }
    }
    return Map.of("msg", cut(message));
  }

  private static String cut(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }
}
