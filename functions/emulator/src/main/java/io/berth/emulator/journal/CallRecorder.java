// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.CloudApi;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.faults.AnswerDelivery;
import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.faults.FaultStrike;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes known of one request on its way, for the journal. Used by one thread. */
public final class CallRecorder {
  private final String requestId;
  private final String method;
  private final Instant at;
  private Optional<CommonParameters> asked = Optional.empty();
  private Optional<String> agentAction = Optional.empty();
  private Optional<String> secretId = Optional.empty();
  private Optional<ObjectNode> parameters = Optional.empty();
  private Optional<FaultStrike> fault = Optional.empty();
  private Optional<String> created = Optional.empty();
  private String code = "";

  public CallRecorder(String requestId, String method, Instant at) {
    this.requestId = requestId;
    this.method = method;
    this.at = at;
  }

  public String requestId() {
    return requestId;
  }

  public void asked(CommonParameters request) {
    asked = Optional.of(request);
  }

  public void agent(String action) {
    agentAction = Optional.of(Excerpt.brief(action));
  }

  /** The language the caller wants, {@code ""} when it does not say. */
  public String language() {
    return common("Language").orElse("");
  }

  public void signed(String by) {
    secretId = Optional.of(by);
  }

  public void parameters(ObjectNode given) {
    parameters = Optional.of(SecretMask.of(given));
  }

  public void struck(FaultInjection by) {
    fault = by.strike();
  }

  public void ended(String withCode, ObjectNode response) {
    code = withCode;
    for (String id : new String[] {"RegistryId", "RegisterCodeId", "InstanceId"}) {
      if (response.path(id).isTextual()) {
        created = Optional.of(response.get(id).textValue());
      }
    }
  }

  /** The answer, delivered as whatever struck the call wants it. */
  public CloudApi.CloudAnswer answer(byte[] body) {
    int status = fault.map(by -> by.rule().detail().status()).filter(s -> s > 0).orElse(200);
    return new CloudApi.CloudAnswer(body, AnswerDelivery.of(fault), status);
  }

  public Journal.JournalEntry entry(Instant end) {
    return new Journal.JournalEntry(
        0,
        at,
        requestId,
        Excerpt.brief(method),
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
      return asked.isPresent() ? asked.get().common(name).map(Excerpt::brief) : Optional.empty();
    } catch (ApiError doubled) {
      return Optional.empty();
    }
  }
}
