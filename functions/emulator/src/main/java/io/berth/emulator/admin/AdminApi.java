// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.coverage.Coverage;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.journal.Journal;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedState;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.StrictJson;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The routes under {@code /_emulator/}. */
final class AdminApi {
  /** One route: a request in, an answer out. */
  private interface AdminRoute {
    AdminReply reply(AdminRequest in) throws BadField, BadState, StrictJson.MalformedJson;
  }

  private final AtomicReference<CloudState> world;
  private final Supplier<CloudState> fresh;
  private final Storage storage;
  private final SnapshotRoutes snapshots;
  private final Map<String, Map<String, AdminRoute>> routes = new LinkedHashMap<>();

  /**
   * Serves the world that is current.
   *
   * @param fresh makes the world that a reset puts in its place
   * @param metrics of the calls, which no reset touches
   * @param storage keeps what is changed here, before it is answered
   */
  AdminApi(
      AtomicReference<CloudState> world,
      Supplier<CloudState> fresh,
      CallMetrics metrics,
      Storage storage) {
    this.world = world;
    this.fresh = fresh;
    this.storage = storage;
    this.snapshots = new SnapshotRoutes(world, fresh, storage.snapshots());
    route("GET", "healthz", in -> AdminReply.ok(status("ok")));
    route("GET", "state", in -> AdminReply.ok(state()));
    route("PUT", "state", in -> replaceState(in.body()));
    route("GET", "export", in -> AdminReply.ok(SavedState.of(world.get())));
    route("POST", "reset", in -> reset(fresh.get()));
    route("GET", "requests", in -> AdminReply.ok(requests(in.query())));
    route("GET", "clock", in -> AdminReply.ok(ClockControl.show(world.get())));
    route("POST", "clock", in -> moveClock(in.body()));
    route("GET", "coverage", in -> AdminReply.ok(Coverage.toJson()));
    route("GET", "faults", in -> AdminReply.ok(faults()));
    route("PUT", "faults", in -> replaceFaults(in.body()));
    route("GET", "metrics", in -> MetricsText.of(metrics.figures(), world.get()));
  }

  private void route(String method, String name, AdminRoute route) {
    routes.computeIfAbsent("/_emulator/" + name, path -> new LinkedHashMap<>()).put(method, route);
  }

  AdminReply reply(AdminRequest in) {
    try {
      world.get().settle();
      AdminReply reply = answered(in);
      if (!in.method().equals("GET")) {
        storage.settle();
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

  private AdminReply answered(AdminRequest in) throws BadField, BadState, StrictJson.MalformedJson {
    if (AdminPage.isFor(in.path())) {
      return AdminPage.reply(in);
    }
    return in.path().startsWith(SnapshotRoutes.PATH)
        ? snapshots.reply(in.method(), in.path())
        : routed(in);
  }

  private AdminReply routed(AdminRequest in) throws BadField, BadState, StrictJson.MalformedJson {
    Map<String, AdminRoute> methods = routes.get(in.path());
    if (methods == null) {
      return AdminReply.refused(
          404, "path", "must be one of " + String.join(", ", routes.keySet()));
    }
    return methods.containsKey(in.method())
        ? methods.get(in.method()).reply(in)
        : AdminReply.refused(
            405, "method", "must be " + String.join(" or ", new TreeSet<>(methods.keySet())));
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
    CloudState now = world.get();
    ObjectNode state = ClockControl.show(now);
    now.states().forEach((name, part) -> state.set(name, part.get()));
    return state;
  }

  private AdminReply reset(CloudState next) {
    world.set(next);
    return AdminReply.ok(status("reset"));
  }

  private ObjectNode requests(String query) throws BadField {
    int last = QueryParameter.number(query, "last", Journal.KEPT, Journal.KEPT);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("requests", JournalJson.of(world.get().journal().last(last)));
    return body;
  }

  private AdminReply moveClock(byte[] body) throws BadField, StrictJson.MalformedJson {
    CloudState now = world.get();
    ClockControl.move(now, StrictJson.read(body));
    return AdminReply.ok(ClockControl.show(now));
  }

  private JsonNode faults() {
    return FaultJson.of(world.get().faults());
  }

  private AdminReply replaceFaults(byte[] body) throws BadField, StrictJson.MalformedJson {
    FaultRulesReader next = FaultRulesReader.parse(StrictJson.read(body));
    world.get().faults().replace(next.rules(), next.seed());
    return AdminReply.ok(faults());
  }
}
