// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.faults.FaultPoint;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.persistence.Keeping;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The call that a machine's own agent makes ({@code tat_agent register}): a JSON POST without any
 * signature, proven by the register code in it. It is no part of the public API; the agent's source
 * shows its fields. Where it is served is inferred: on the path {@code /agent}, which goes into the
 * agent's {@code invoke_url}, and for the Host names that the agent would use by itself.
 */
public final class AgentApi {
  static final String PATH = "/agent";

  /** Stands for the caller's public address, as everybody comes from loopback (inferred). */
  static final String ADDRESS_HEADER = "x-emulator-client-ip";

  private static final Pattern HOST =
      Pattern.compile("([a-z0-9-]+)\\.invoke\\.tat-tc\\.tencent\\.cn(:[0-9]*)?");

  private AgentApi() {}

  /** Whether the Host is one of the agent's own, e.g. {@code ap-guangzhou.invoke.tat-tc…}. */
  public static boolean isHost(String host) {
    return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Carries out one call of an agent. */
  static ObjectNode carryOut(
      CloudState now, RawRequest wire, String socketAddress, CallRecorder trace, Keeping keeping)
      throws ApiError, CallCut {
    refuseOtherForms(wire);
    ObjectNode given = CommonParameters.json(wire);
    trace.parameters(given);
    String action = given.path("Action").asText("");
    trace.agent(action);
    CloudProduct.AgentAction agent = agent(now, action);
    given.remove("Action");
    Optional<String> region = region(wire);
    FaultInjection struck = FaultInjection.by(now.faults(), action, region.orElse(""), "", given);
    trace.struck(struck);
    struck.at(FaultPoint.BEFORE_VALIDATE);
    ObjectNode typed = agent.shape().checkKnown(given);
    struck.at(FaultPoint.AFTER_VALIDATE);
    String address = address(wire, socketAddress);
    ObjectNode response =
        struck.run(
            () -> {
              ObjectNode done = agent.call(region, address, typed);
              keeping.settle();
              return done;
            },
            now,
            trace);
    struck.at(FaultPoint.AFTER_COMMIT);
    return response;
  }

  /** Where a request comes from, by the header that says so or by its connection. */
  static String address(RawRequest wire, String socketAddress) throws ApiError {
    return wire.header(ADDRESS_HEADER).orElse(socketAddress);
  }

  // A page of a stranger can post any other type without being asked first.
  private static void refuseOtherForms(RawRequest wire) throws ApiError {
    if (!wire.method().equals("POST")) {
      throw new ApiError("UnsupportedProtocol", "The request method must be POST.");
    }
    if (!wire.mediaType().equals("application/json")) {
      throw new ApiError("InvalidRequest", "The Content-Type must be application/json.");
    }
    if (wire.body().length > RawRequest.POST_V1_BYTES) {
      throw new ApiError(
          "RequestSizeLimitExceeded",
          "The request is larger than " + RawRequest.POST_V1_BYTES + " bytes.");
    }
  }

  private static CloudProduct.AgentAction agent(CloudState now, String action) throws ApiError {
    if (action.isEmpty()) {
      throw ApiError.missing("Action");
    }
    for (CloudProduct product : now.products().values()) {
      CloudProduct.AgentAction agent = product.agentActions().get(action);
      if (agent != null) {
        return agent;
      }
    }
    throw new ApiError(
        "InvalidAction", "The agent's action `" + Excerpt.brief(action) + "` is not served.");
  }

  private static Optional<String> region(RawRequest wire) throws ApiError {
    Matcher host = HOST.matcher(wire.header("host").orElse("").toLowerCase(Locale.ROOT));
    return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
  }
}
