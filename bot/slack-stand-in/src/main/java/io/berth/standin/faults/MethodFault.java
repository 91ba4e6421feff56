// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How a Web API method misbehaves.
 *
 * @param method its name, or {@code *} for all
 * @param error the error it answers
 * @param status the HTTP status it answers instead
 * @param retryAfter seconds, sent with status 429
 * @param hangMillis how long it waits first
 * @param after whether the work is done before it fails: the answer alone is lost
 */
public record MethodFault(
    String method,
    Optional<String> error,
    Optional<Integer> status,
    int retryAfter,
    long hangMillis,
    boolean after) {

  /** Whether it fails at all; otherwise it only waits. */
  public boolean fails() {
    return error.isPresent() || status.isPresent();
  }

  ObjectNode describe(ObjectNode entry) {
    entry.put("method", method);
    error.ifPresent(name -> entry.put("error", name));
    status.ifPresent(number -> entry.put("status", number));
    return entry.put("hang_ms", hangMillis).put("when", after ? "after" : "before");
  }

  boolean appliesTo(String called) {
    return method.equals("*") || method.equals(called);
  }
}
