// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.fault.Delivery;
import io.berth.emulator.fault.Point;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The cloud API on {@code /}: one request in, one answer out. The order of the checks is inferred
 * from single observations, see the table in the module's README.
 */
final class CloudApi {
  // They change nothing that is kept, and lists must not wait for the disk.
  private static final Pattern READS = Pattern.compile("(Check|Describe|Get|Invoke|List).*");

  private final Supplier<World> world;
  private final Keys keys;
  private final PermissionCheck permissions;
  private final Identifiers identifiers;
  private final CallMetrics metrics;
  private final PrintStream log;
  private final Keeping keeping;
  private final boolean loose;

  CloudApi(
      Supplier<World> world,
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
   * @param status of {@link Delivery#GATEWAY_PAGE}; otherwise 200
   */
  record Answer(byte[] body, Delivery delivery, int status) {}

  /** One way to carry out a request: signed, or as an agent. */
  private interface Way {
    ObjectNode carryOut(World now, Trace trace) throws ApiError, Cut;
  }

  /**
   * Answers a signed call.
   *
   * @param address where the connection comes from
   */
  Answer answer(Wire wire, String address) {
    return answer(wire, (now, trace) -> carryOut(now, wire, address, trace));
  }

  /**
   * Answers the agent of a machine.
   *
   * @param address where the connection comes from
   */
  Answer agent(Wire wire, String address) {
    return answer(wire, (now, trace) -> AgentDoor.carryOut(now, wire, address, trace, keeping));
  }

  private Answer answer(Wire wire, Way way) {
    Instant start = metrics.now();
    World now = world.get();
    now.settle();
    Trace trace = new Trace(identifiers.uuid(), wire.method(), now.clock().instant());
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    try {
      response = way.carryOut(now, trace);
      trace.ended("ok", response);
    } catch (ApiError e) {
      trace.ended(e.code(), response);
      response
          .putObject("Error")
          .put("Code", e.code())
          .put("Message", Messages.of(e, trace.language()));
    } catch (Cut e) {
      trace.ended(Cut.CODE, response);
    } catch (RuntimeException e) {
      // A bug of ours: one line for whoever runs the emulator, the documented code for the caller.
      log.println("berth-emulator: request " + trace.requestId() + " failed: " + e);
      trace.ended("InternalError", response);
      response.putObject("Error").put("Code", "InternalError").put("Message", "Internal error.");
    }
    Journal.Entry entry = trace.entry(now.clock().instant());
    now.journal().add(entry);
    metrics.ended(entry, now.products().values(), start);
    response.put("RequestId", trace.requestId());
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("Response", response);
    return trace.answer(StrictJson.write(envelope));
  }

  private ObjectNode carryOut(World now, Wire wire, String socketAddress, Trace trace)
      throws ApiError, Cut {
    Asked asked = Asked.of(wire);
    trace.asked(asked);
    asked.timestamp();
    Product product = Routing.product(now, asked);
    Action action = Routing.action(product, asked);
    String secretId = new Authentication(keys, now.signatureClock()).secretId(asked);
    trace.signed(secretId);
    String region = Routing.region(product, asked);
    String name = asked.required("Action");
    now.rate().take(product.version(), name);
    ObjectNode given = asked.parameters();
    trace.parameters(given);
    Struck struck = Struck.by(now.faults(), name, region, secretId, given);
    trace.struck(struck);
    struck.at(Point.BEFORE_VALIDATE);
    ObjectNode parameters = check(action, given, asked.texts());
    Call call =
        new Call(
            name,
            product.version(),
            region,
            parameters,
            secretId,
            trace.requestId(),
            struck.horizon(now.clock().instant()));
    action.checkValues(call);
    permissions.check(product, call, AgentDoor.address(wire, socketAddress));
    struck.at(Point.AFTER_VALIDATE);
    ObjectNode response = struck.run(() -> kept(action, call), now, trace);
    struck.at(Point.AFTER_COMMIT);
    return response;
  }

  // A change is on the disk before anything else can happen to the call.
  private ObjectNode kept(Action action, Call call) throws ApiError {
    ObjectNode response = action.call(call);
    if (!READS.matcher(call.action()).matches()) {
      keeping.settle();
    }
    return response;
  }

  private ObjectNode check(Action action, ObjectNode given, boolean texts) throws ApiError {
    Optional<Shape> shape = action.shape();
    if (shape.isEmpty()) {
      return given;
    }
    return loose ? shape.get().checkLoosely(given) : shape.get().check(given, texts);
  }
}
