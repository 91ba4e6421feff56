// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.faults.CallAttributes;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.faults.FaultPoint;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.product.AgentAction;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.text.Excerpt;
import java.util.Optional;

/**
 * The call that a machine's own agent makes ({@code tat_agent register}): a JSON POST without any
 * signature, proven by the register code in it. It is no part of the public API; the agent's source
 * shows its fields. Where it is served is inferred: on the path {@code /agent}, which goes into the
 * agent's {@code invoke_url}, and for the Host names that the agent would use by itself.
 */
final class AgentCallPipeline implements ApiCallPipeline {
  static final String PATH = "/agent";

  private final Storage storage;

  AgentCallPipeline(Storage storage) {
    this.storage = storage;
  }

  @Override
  public ObjectNode carryOut(RawRequest request, String peer, CallContext context)
      throws ApiError, CallCut {
    refuseOtherForms(request);
    ObjectNode given = CommonParameters.json(request);
    context.recorder().parameters(given);
    String name = given.path("Action").asText("");
    context.recorder().agentAction(name);
    AgentAction action = action(context, name);
    given.remove("Action");
    Optional<String> region = AgentHosts.region(request.header("host").orElse(""));
    FaultInjection faults = context.faults();
    faults.select(CallAttributes.of(name, region.orElse(""), "", given));
    faults.at(FaultPoint.BEFORE_VALIDATE);
    ObjectNode typed = action.schema().checkKnown(given);
    faults.at(FaultPoint.AFTER_VALIDATE);
    String address = CallerAddress.of(request, peer);
    ObjectNode response = faults.run(() -> registered(action.call(region, address, typed)));
    faults.at(FaultPoint.AFTER_COMMIT);
    return response;
  }

  private ObjectNode registered(ObjectNode response) {
    storage.flush();
    return response;
  }

  // A page of a stranger can post any other type without being asked first.
  private static void refuseOtherForms(RawRequest request) throws ApiError {
    if (!request.method().equals("POST")) {
      throw new ApiError("UnsupportedProtocol", "The request method must be POST.");
    }
    if (!request.mediaType().equals("application/json")) {
      throw new ApiError("InvalidRequest", "The Content-Type must be application/json.");
    }
    if (request.body().length > RawRequest.POST_V1_BYTES) {
      throw ApiError.tooLarge(RawRequest.POST_V1_BYTES);
    }
  }

  private static AgentAction action(CallContext context, String name) throws ApiError {
    if (name.isEmpty()) {
      throw ApiError.missing("Action");
    }
    return context.state().products().values().stream()
        .map(product -> Optional.ofNullable(product.agentActions().get(name)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    "InvalidAction",
                    "The agent's action `%s` is not served.".formatted(Excerpt.brief(name))));
  }
}
