// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** Reads the body of {@code POST /local/faults}. */
public final class FaultReader {
  private static final int MOST = 10_000;

  private FaultReader() {}

  /** Adds the fault; what is returned is the sentence of refusal, if any. */
  public static Optional<String> read(ObjectNode body, PendingFaults faults) {
    int count = body.path("count").asInt(1);
    if (count < 1 || count > MOST) {
      return Optional.of("count: how often it happens, from 1 to " + MOST + ".");
    }
    if (body.has("deliver")) {
      return deliver(body.path("deliver").asText(), count, faults);
    }
    if (body.has("method")) {
      return method(body, count, faults);
    }
    return Optional.of(
        "deliver: name a delivery fault (" + DeliveryFault.words() + "), or a method instead.");
  }

  private static Optional<String> deliver(String word, int count, PendingFaults faults) {
    Optional<DeliveryFault> fault = DeliveryFault.of(word);
    fault.ifPresent(one -> faults.add(one, count));
    return fault.isPresent()
        ? Optional.empty()
        : Optional.of("deliver: use one of " + DeliveryFault.words() + ".");
  }

  private static Optional<String> method(ObjectNode body, int count, PendingFaults faults) {
    String method = body.path("method").asText();
    if (body.has("per_channel_ms")) {
      faults.pace(method, Duration.ofMillis(body.path("per_channel_ms").asLong()));
      return Optional.empty();
    }
    MethodFault fault =
        new MethodFault(
            method,
            word(body.path("error")),
            number(body.path("status")),
            body.path("retry_after").asInt(1),
            body.path("hang_ms").asLong(0),
            body.path("when").asText("before").equals("after"));
    if (!fault.fails() && fault.hangMillis() <= 0) {
      return Optional.of(
          "error: say how " + method + " fails: error, status, hang_ms or per_channel_ms.");
    }
    faults.add(fault, count);
    return Optional.empty();
  }

  private static Optional<String> word(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.isInt() ? Optional.of(node.asInt()) : Optional.empty();
  }
}
