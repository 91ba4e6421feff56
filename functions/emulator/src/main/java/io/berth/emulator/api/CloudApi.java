// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.error.ErrorMessages;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.journal.CallRecorder;
import io.berth.emulator.journal.JournalEntry;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.Identifiers;
import io.berth.emulator.text.StrictJson;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Supplier;

/** The cloud API: one request in, one answer out, and a note of it in the journal. */
public final class CloudApi {
  private final Supplier<CloudState> state;
  private final Identifiers identifiers;
  private final CallMetrics metrics;
  private final PrintStream log;
  private final CallPipelines pipelines;

  /**
   * Serves whatever state is current when a request comes in.
   *
   * @param log one line for each bug of the emulator's own
   */
  public CloudApi(
      Supplier<CloudState> state,
      Identifiers identifiers,
      CallMetrics metrics,
      PrintStream log,
      CallPipelines pipelines) {
    this.state = state;
    this.identifiers = identifiers;
    this.metrics = metrics;
    this.log = log;
    this.pipelines = pipelines;
  }

  /**
   * Answers a signed call.
   *
   * @param peer where the connection comes from
   */
  CloudAnswer answer(RawRequest request, String peer) {
    return answer(request, peer, pipelines.signed());
  }

  /**
   * Answers the agent of a machine.
   *
   * @param peer where the connection comes from
   */
  CloudAnswer answerAgent(RawRequest request, String peer) {
    return answer(request, peer, pipelines.agent());
  }

  /** The time that answers carry as {@code Date}. */
  long dateMillis() {
    return state.get().signatureClock().millis();
  }

  private CloudAnswer answer(RawRequest request, String peer, ApiCallPipeline pipeline) {
    Instant start = metrics.now();
    CloudState now = state.get();
    now.runDelayed();
    CallContext context = CallContext.of(now, identifiers.uuid(), request.method());
    ObjectNode response = response(request, peer, pipeline, context);
    JournalEntry entry = context.recorder().entry(now.clock().instant());
    now.journal().add(entry);
    metrics.ended(entry, now.products().values(), start);
    response.put("RequestId", context.recorder().requestId());
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.set("Response", response);
    byte[] body = StrictJson.write(envelope);
    return new CloudAnswer(body, context.faults().delivery(), context.faults().status());
  }

  private ObjectNode response(
      RawRequest request, String peer, ApiCallPipeline pipeline, CallContext context) {
    CallRecorder recorder = context.recorder();
    try {
      ObjectNode response = pipeline.carryOut(request, peer, context);
      recorder.ended("ok", response);
      return response;
    } catch (ApiError e) {
      return refused(recorder, e.code(), ErrorMessages.of(e, recorder.language()));
    } catch (CallCut e) {
      ObjectNode nothing = JsonNodeFactory.instance.objectNode();
      recorder.ended(CallCut.CODE, nothing);
      return nothing;
    } catch (RuntimeException e) {
      // A bug of ours: one line for whoever runs the emulator, the documented code for the caller.
      log.println("berth-emulator: request %s failed: %s".formatted(recorder.requestId(), e));
      return refused(recorder, "InternalError", "Internal error.");
    }
  }

  private static ObjectNode refused(CallRecorder recorder, String code, String message) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    recorder.ended(code, response);
    response.putObject("Error").put("Code", code).put("Message", message);
    return response;
  }
}
