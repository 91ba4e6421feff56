// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.coverage.Coverage;
import io.berth.emulator.journal.Journal;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedState;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.StrictJson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The routes under {@code /_emulator/}. */
final class AdminApi {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final AtomicReference<CloudState> current;
  private final Supplier<CloudState> fresh;
  private final Storage storage;
  private final SnapshotRoutes snapshots;
  private final RoutesByMethod routes;

  /**
   * Serves the state that is current.
   *
   * @param fresh makes the state that a reset puts in its place
   * @param metrics of the whole process, which no reset touches
   * @param storage keeps what is changed here, before it is answered
   */
  AdminApi(
      AtomicReference<CloudState> current,
      Supplier<CloudState> fresh,
      PrometheusMeterRegistry metrics,
      Storage storage) {
    this.current = current;
    this.fresh = fresh;
    this.storage = storage;
    this.snapshots = new SnapshotRoutes(current, fresh, storage.snapshots());
    this.routes =
        new RoutesByMethod()
            .with("GET", "healthz", request -> AdminReply.ok(status("ok")))
            .with("GET", "state", request -> AdminReply.ok(state()))
            .with("PUT", "state", request -> replaceState(request.body()))
            .with("GET", "export", request -> AdminReply.ok(SavedState.of(current.get())))
            .with("POST", "reset", request -> reset(fresh.get()))
            .with("GET", "requests", request -> AdminReply.ok(requests(request.query())))
            .with("GET", "clock", request -> AdminReply.ok(ClockControl.show(current.get())))
            .with("POST", "clock", request -> moveClock(request.body()))
            .with("GET", "coverage", request -> AdminReply.ok(Coverage.toJson()))
            .with("GET", "faults", request -> AdminReply.ok(faults()))
            .with("PUT", "faults", request -> replaceFaults(request.body()))
            .with("GET", "metrics", request -> AdminReply.ok(METRICS_TYPE, metrics.scrape()));
  }

  AdminReply reply(AdminRequest request) {
    try {
      current.get().runDelayed();
      AdminReply reply = answered(request);
      if (!request.method().equals("GET")) {
        storage.flush();
      }
      return reply;
    } catch (BadField e) {
      return e.reply();
    } catch (BadState e) {
      return AdminReply.refused(400, e.field(), e.getMessage());
    } catch (UncheckedIOException e) {
      return AdminReply.refused(500, "data", e.getMessage());
    } catch (StrictJson.MalformedJson e) {
      return AdminReply.refused(400, "body", e.getMessage());
    }
  }

  private AdminReply answered(AdminRequest request)
      throws BadField, BadState, StrictJson.MalformedJson {
    if (AdminPage.isFor(request.path())) {
      return AdminPage.reply(request);
    }
    return request.path().startsWith(SnapshotRoutes.PATH)
        ? snapshots.reply(request.method(), request.path())
        : routes.reply(request);
  }

  private AdminReply replaceState(byte[] body) throws BadState, StrictJson.MalformedJson {
    CloudState next = fresh.get();
    SavedState.into(next, StrictJson.read(body));
    return reset(next);
  }

  private static ObjectNode status(String word) {
    return JsonNodeFactory.instance.objectNode().put("status", word);
  }

  private ObjectNode state() {
    CloudState now = current.get();
    ObjectNode state = ClockControl.show(now);
    now.resources().forEach((name, part) -> state.set(name, part.get()));
    return state;
  }

  private AdminReply reset(CloudState next) {
    current.set(next);
    return AdminReply.ok(status("reset"));
  }

  private ObjectNode requests(String query) throws BadField {
    int last = QueryParameter.number(query, "last", Journal.KEPT, Journal.KEPT);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("requests", JournalJson.of(current.get().journal().last(last)));
    return body;
  }

  private AdminReply moveClock(byte[] body) throws BadField, StrictJson.MalformedJson {
    CloudState now = current.get();
    ClockControl.move(now, StrictJson.read(body));
    return AdminReply.ok(ClockControl.show(now));
  }

  private JsonNode faults() {
    return FaultJson.of(current.get().faults());
  }

  private AdminReply replaceFaults(byte[] body) throws BadField, StrictJson.MalformedJson {
    FaultRulesReader next = FaultRulesReader.parse(StrictJson.read(body));
    current.get().faults().replace(next.rules(), next.seed());
    return AdminReply.ok(faults());
  }
}
