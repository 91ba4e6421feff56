// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.fault.Delivery;
import io.berth.emulator.fault.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes known of one request on its way, for the journal. Used by one thread. */
final class Trace {
  private final String requestId;
  private final String method;
  private final Instant at;
  private Optional<Asked> asked = Optional.empty();
  private Optional<String> agentAction = Optional.empty();
  private Optional<String> secretId = Optional.empty();
  private Optional<ObjectNode> parameters = Optional.empty();
  private Optional<Strike> fault = Optional.empty();
  private Optional<String> created = Optional.empty();
  private String code = "";

  Trace(String requestId, String method, Instant at) {
    this.requestId = requestId;
    this.method = method;
    this.at = at;
  }

  String requestId() {
    return requestId;
  }

  void asked(Asked request) {
    asked = Optional.of(request);
  }

  void agent(String action) {
    agentAction = Optional.of(Text.brief(action));
  }

  /** The language the caller wants, {@code ""} when it does not say. */
  String language() {
    return common("Language").orElse("");
  }

  void signed(String by) {
    secretId = Optional.of(by);
  }

  void parameters(ObjectNode given) {
    parameters = Optional.of(Mask.of(given));
  }

  void struck(Struck by) {
    fault = by.strike();
  }

  void ended(String withCode, ObjectNode response) {
    code = withCode;
    for (String id : new String[] {"RegistryId", "RegisterCodeId", "InstanceId"}) {
      if (response.path(id).isTextual()) {
        created = Optional.of(response.get(id).textValue());
      }
    }
  }

  /** The answer, delivered as whatever struck the call wants it. */
  CloudApi.Answer answer(byte[] body) {
    int status = fault.map(by -> by.rule().detail().status()).filter(s -> s > 0).orElse(200);
    return new CloudApi.Answer(body, Delivery.of(fault), status);
  }

  Journal.Entry entry(Instant end) {
    return new Journal.Entry(
        0,
        at,
        requestId,
        Text.brief(method),
        asked.map(request -> request.v3() ? "v3" : "v1"),
        agentAction.or(() -> common("Action")),
        common("Version"),
        common("Region"),
        secretId,
        parameters,
        code,
        created,
        fault.map(by -> by.rule().effect().wireName()),
        Math.max(0, Duration.between(at, end).toMillis()));
  }

  private Optional<String> common(String name) {
    try {
      return asked.isPresent() ? asked.get().common(name).map(Text::brief) : Optional.empty();
    } catch (ApiError doubled) {
      return Optional.empty();
    }
  }
}
