// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
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
  private Optional<CommonParameters> common = Optional.empty();
  private Optional<String> agentAction = Optional.empty();
  private Optional<String> secretId = Optional.empty();
  private Optional<ObjectNode> parameters = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private Optional<String> created = Optional.empty();
  private String code = "";

  /**
   * Starts with a request that has just come.
   *
   * @param at by the emulator's clock
   */
  public CallRecorder(String requestId, String method, Instant at) {
    this.requestId = requestId;
    this.method = method;
    this.at = at;
  }

  /** What its answer carries as {@code RequestId}. */
  public String requestId() {
    return requestId;
  }

  /** Its common parameters were found. */
  public void common(CommonParameters parameters) {
    common = Optional.of(parameters);
  }

  /** It comes from a machine's agent and asks for this. */
  public void agentAction(String action) {
    agentAction = Optional.of(Excerpt.brief(action));
  }

  /** The language the caller wants, {@code ""} when it does not say. */
  public String language() {
    return common("Language").orElse("");
  }

  /** Its signature is right. */
  public void signed(String by) {
    secretId = Optional.of(by);
  }

  /** Its own parameters were read. */
  public void parameters(ObjectNode given) {
    parameters = Optional.of(SecretMask.of(given));
  }

  /** A fault rule struck it with this effect. */
  public void struck(String effect) {
    fault = Optional.of(effect);
  }

  /** It has this answer, under {@code ok}, an error code or {@code cut}. */
  public void ended(String withCode, ObjectNode response) {
    code = withCode;
    for (String id : new String[] {"RegistryId", "RegisterCodeId", "InstanceId"}) {
      if (response.path(id).isTextual()) {
        created = Optional.of(response.get(id).textValue());
      }
    }
  }

  /** The entry for the journal, which numbers it. */
  public JournalEntry entry(Instant end) {
    return new JournalEntry(
        0,
        at,
        requestId,
        Excerpt.brief(method),
        common.map(request -> request.v3() ? "v3" : "v1"),
        agentAction.or(() -> common("Action")),
        common("Version"),
        common("Region"),
        secretId,
        parameters,
        code,
        created,
        fault,
        Math.max(0, Duration.between(at, end).toMillis()));
  }

  private Optional<String> common(String name) {
    try {
      return common.isPresent() ? common.get().find(name).map(Excerpt::brief) : Optional.empty();
    } catch (ApiError doubled) {
      return Optional.empty();
    }
  }
}
