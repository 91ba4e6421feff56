// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cam.Guard;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.error.ErrorMessages;
import io.berth.emulator.faults.AnswerDelivery;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.faults.FaultPoint;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.journal.Journal;
import io.berth.emulator.persistence.Keeping;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.signature.Authentication;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.Identifiers;
import io.berth.emulator.text.StrictJson;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The cloud API on {@code /}: one request in, one answer out. The order of the checks is inferred
 * from single observations, see the table in the module's README.
 */
public final class CloudApi {
  // They change nothing that is kept, and lists must not wait for the disk.
  private static final Pattern READS = Pattern.compile("(Check|Describe|Get|Invoke|List).*");

  private final Supplier<CloudState> world;
  private final Keys keys;
  private final PermissionCheck permissions;
  private final Identifiers identifiers;
  private final CallMetrics metrics;
  private final PrintStream log;
  private final Keeping keeping;
  private final boolean loose;

  CloudApi(
      Supplier<CloudState> world,
      Keys keys,
      Guard guard,
      Identifiers identifiers,
      CallMetrics metrics,
      PrintStream log,
      boolean loose,
      Keeping keeping) {
    this.world = world;
    this.keys = keys;
    this.permissions = new PermissionCheck(keys, guard);
    this.identifiers = identifiers;
    this.metrics = metrics;
    this.log = log;
    this.keeping = keeping;
    this.loose = loose;
  }

  /**
   * What goes back.
   *
   * @param body the whole envelope
   * @param delivery how it goes out
   * @param status of {@link AnswerDelivery#GATEWAY_PAGE}; otherwise 200
   */
  public record CloudAnswer(byte[] body, AnswerDelivery delivery, int status) {}

  /** One way to carry out a request: signed, or as an agent. */
  private interface Carrying {
    ObjectNode carryOut(CloudState now, CallRecorder trace) throws ApiError, CallCut;
  }

  /**
   * Answers a signed call.
   *
   * @param address where the connection comes from
   */
  CloudAnswer answer(RawRequest wire, String address) {
    return answer(wire, (now, trace) -> carryOut(now, wire, address, trace));
  }

  /**
   * Answers the agent of a machine.
   *
   * @param address where the connection comes from
   */
  CloudAnswer agent(RawRequest wire, String address) {
    return answer(wire, (now, trace) -> AgentApi.carryOut(now, wire, address, trace, keeping));
  }

  private CloudAnswer answer(RawRequest wire, Carrying way) {
    Instant start = metrics.now();
    CloudState now = world.get();
    now.settle();
    CallRecorder trace = new CallRecorder(identifiers.uuid(), wire.method(), now.clock().instant());
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    try {
      response = way.carryOut(now, trace);
      trace.ended("ok", response);
    } catch (ApiError e) {
      trace.ended(e.code(), response);
      response
          .putObject("Error")
          .put("Code", e.code())
          .put("Message", ErrorMessages.of(e, trace.language()));
    } catch (CallCut e) {
      trace.ended(CallCut.CODE, response);
    } catch (RuntimeException e) {
      // A bug of ours: one line for whoever runs the emulator, the documented code for the caller.
      log.println("berth-emulator: request " + trace.requestId() + " failed: " + e);
      trace.ended("InternalError", response);
      response.putObject("Error").put("Code", "InternalError").put("Message", "Internal error.");
    }
    Journal.JournalEntry entry = trace.entry(now.clock().instant());
    now.journal().add(entry);
    metrics.ended(entry, now.products().values(), start);
    response.put("RequestId", trace.requestId());
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("Response", response);
    return trace.answer(StrictJson.write(envelope));
  }

  private ObjectNode carryOut(
      CloudState now, RawRequest wire, String socketAddress, CallRecorder trace)
      throws ApiError, CallCut {
    CommonParameters asked = CommonParameters.of(wire);
    trace.asked(asked);
    asked.timestamp();
    CloudProduct product = RequestRouting.product(now, asked);
    ApiAction action = RequestRouting.action(product, asked);
    String secretId = new Authentication(keys, now.signatureClock()).secretId(asked);
    trace.signed(secretId);
    String region = RequestRouting.region(product, asked);
    String name = asked.required("Action");
    now.rate().take(product.version(), name);
    ObjectNode given = asked.parameters();
    trace.parameters(given);
    FaultInjection struck = FaultInjection.by(now.faults(), name, region, secretId, given);
    trace.struck(struck);
    struck.at(FaultPoint.BEFORE_VALIDATE);
    ObjectNode parameters = check(action, given, asked.texts());
    ApiCall call =
        new ApiCall(
            name,
            product.version(),
            region,
            parameters,
            secretId,
            trace.requestId(),
            struck.horizon(now.clock().instant()));
    action.checkValues(call);
    permissions.check(product, call, AgentApi.address(wire, socketAddress));
    struck.at(FaultPoint.AFTER_VALIDATE);
    ObjectNode response = struck.run(() -> kept(action, call), now, trace);
    struck.at(FaultPoint.AFTER_COMMIT);
    return response;
  }

  // A change is on the disk before anything else can happen to the call.
  private ObjectNode kept(ApiAction action, ApiCall call) throws ApiError {
    ObjectNode response = action.call(call);
    if (!READS.matcher(call.action()).matches()) {
      keeping.settle();
    }
    return response;
  }

  private ObjectNode check(ApiAction action, ObjectNode given, boolean texts) throws ApiError {
    Optional<Schema> shape = action.shape();
    if (shape.isEmpty()) {
      return given;
    }
    return loose ? shape.get().checkLoosely(given) : shape.get().check(given, texts);
  }
}
