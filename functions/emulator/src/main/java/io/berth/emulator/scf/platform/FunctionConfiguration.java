// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a function is to be run (SCF CreateFunction, Input Parameters).
 *
 * @param memoryMb told to the function and not enforced: a process has no such bound here [I]
 * @param timeoutSeconds from the delivery of an event to its result
 * @param initTimeoutSeconds from the start of {@code bootstrap} to {@code ready}
 * @param role empty when the function has none
 * @param others fields that are kept and read back but change nothing here, e.g. {@code Tags}
 */
public record FunctionConfiguration(
    String handler,
    long memoryMb,
    long timeoutSeconds,
    long initTimeoutSeconds,
    Map<String, String> environment,
    String role,
    String description,
    ObjectNode others) {
  /** The only runtime that runs here. */
  public static final String RUNTIME = "CustomRuntime";

  /** Copies what could be changed. */
  public FunctionConfiguration {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    others = others.deepCopy();
  }

  /** The same with another handler. */
  public FunctionConfiguration withHandler(String another) {
    return new FunctionConfiguration(
        another,
        memoryMb,
        timeoutSeconds,
        initTimeoutSeconds,
        environment,
        role,
        description,
        others);
  }

  /** Values of variables stay out of every text made of this. */
  @Override
  public String toString() {
    return "Configuration[" + handler + ", variables " + environment.keySet() + "]";
  }
}
