// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Json;
import io.berth.contract.text.MalformedJson;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Calls of functions, each at its pace; and the reading calls, whose answer is the cloud's own. */
final class Calls {
  private static final int PER_SECOND = 20;

  private final FunctionClient client;
  private final Clock clock;
  private final Ids ids;
  private final Map<FunctionName, Pace> paces = new EnumMap<>(FunctionName.class);

  Calls(FunctionClient client, Clock clock, Ids ids, LongSupplier nanos) {
    this.client = client;
    this.clock = clock;
    this.ids = ids;
    for (FunctionName function : FunctionName.values()) {
      paces.put(function, new Pace(PER_SECOND, Duration.ofSeconds(1), nanos));
    }
  }

  Pace pace(FunctionName function) {
    return Objects.requireNonNull(paces.get(function));
  }

  FunctionClient client() {
    return client;
  }

  /** A call that looks or disables: its fields, or empty with the reason in {@code Read.why}. */
  Read read(String requestId, ApiRequest request) throws InterruptedException {
    byte[] body = Json.writeBytes(request.toJson());
    String id = ids.uuid();
    Map<String, String> headers = Map.of("traceparent", Trace.parent(requestId, id));
    Pace.Turn turn = pace(request.function()).enter();
    try {
      return client
          .call(request.function(), id, clock.instant(), body, headers)
          .fold(
              Calls::fields,
              notSent -> Read.failed(notSent.why()),
              lost -> Read.failed(lost.why()));
    } finally {
      turn.close();
    }
  }

  private static Read fields(FunctionReply.Answered answer) {
    try {
      Map<String, Object> body = Json.readObject(answer.body(), Json.Limits.WIDE);
      if (answer.status() == 200 && "ok".equals(body.get("Outcome"))) {
        return new Read(Optional.of(body), "");
      }
      return Read.failed("status " + answer.status() + " " + errorOf(body));
    } catch (MalformedJson e) {
      return Read.failed("status " + answer.status() + " and no JSON");
    }
  }

  private static String errorOf(Map<String, Object> body) {
    return body.get("Error") instanceof Map<?, ?> error
        ? error.get("Code") + ": " + error.get("Message")
        : "without an error";
  }

  /**
   * @param fields the answer, empty when there is none
   * @param why what went wrong then
   */
  record Read(Optional<Map<String, Object>> fields, String why) {
    static Read failed(String why) {
      return new Read(Optional.empty(), why);
    }
  }
}
