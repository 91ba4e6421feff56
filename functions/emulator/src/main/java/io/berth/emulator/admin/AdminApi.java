// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.BadState;
import io.berth.emulator.api.CallMetrics;
import io.berth.emulator.api.Journal;
import io.berth.emulator.api.StrictJson;
import io.berth.emulator.api.World;
import io.berth.emulator.coverage.Coverage;
import io.berth.emulator.kept.SavedState;
import io.berth.emulator.kept.Storage;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The routes under {@code /_emulator/}. */
final class AdminApi {
  /** One route: a request in, an answer out. */
  private interface Route {
    Reply reply(In in) throws BadField, BadState, StrictJson.Malformed;
  }

  private final AtomicReference<World> world;
  private final Supplier<World> fresh;
  private final Storage storage;
  private final Snapshots snapshots;
  private final Map<String, Map<String, Route>> routes = new LinkedHashMap<>();

  /**
   * Serves the world that is current.
   *
   * @param fresh makes the world that a reset puts in its place
   * @param metrics of the calls, which no reset touches
   * @param storage keeps what is changed here, before it is answered
   */
  AdminApi(
      AtomicReference<World> world, Supplier<World> fresh, CallMetrics metrics, Storage storage) {
    this.world = world;
    this.fresh = fresh;
    this.storage = storage;
    this.snapshots = new Snapshots(world, fresh, storage.snapshots());
    route("GET", "healthz", in -> Reply.ok(status("ok")));
    route("GET", "state", in -> Reply.ok(state()));
    route("PUT", "state", in -> replaceState(in.body()));
    route("GET", "export", in -> Reply.ok(SavedState.of(world.get())));
    route("POST", "reset", in -> reset(fresh.get()));
    route("GET", "requests", in -> Reply.ok(requests(in.query())));
    route("GET", "clock", in -> Reply.ok(ClockControl.show(world.get())));
    route("POST", "clock", in -> moveClock(in.body()));
    route("GET", "coverage", in -> Reply.ok(Coverage.toJson()));
    route("GET", "faults", in -> Reply.ok(faults()));
    route("PUT", "faults", in -> replaceFaults(in.body()));
    route("GET", "metrics", in -> MetricsText.of(metrics.figures(), world.get()));
  }

  private void route(String method, String name, Route route) {
    routes.computeIfAbsent("/_emulator/" + name, path -> new LinkedHashMap<>()).put(method, route);
  }

  Reply reply(In in) {
    try {
      world.get().settle();
      Reply reply = answered(in);
      if (!in.method().equals("GET")) {
        storage.settle();
      }
      return reply;
    } catch (BadField e) {
      return e.reply();
    } catch (BadState e) {
      return Reply.refused(400, e.field(), e.getMessage());
    } catch (UncheckedIOException e) {
      return Reply.refused(500, "data", e.getMessage());
    } catch (StrictJson.Malformed e) {
      return Reply.refused(400, "body", e.getMessage());
    }
  }

  private Reply answered(In in) throws BadField, BadState, StrictJson.Malformed {
    if (Page.isFor(in.path())) {
      return Page.reply(in);
    }
    return in.path().startsWith(Snapshots.PATH)
        ? snapshots.reply(in.method(), in.path())
        : routed(in);
  }

  private Reply routed(In in) throws BadField, BadState, StrictJson.Malformed {
    Map<String, Route> methods = routes.get(in.path());
    if (methods == null) {
      return Reply.refused(404, "path", "must be one of " + String.join(", ", routes.keySet()));
    }
    return methods.containsKey(in.method())
        ? methods.get(in.method()).reply(in)
        : Reply.refused(
            405, "method", "must be " + String.join(" or ", new TreeSet<>(methods.keySet())));
  }

  private Reply replaceState(byte[] body) throws BadState, StrictJson.Malformed {
    World next = fresh.get();
    SavedState.into(next, StrictJson.read(body));
    return reset(next);
  }

  private static ObjectNode status(String word) {
    return JsonNodeFactory.instance.objectNode().put("status", word);
  }

  private ObjectNode state() {
    World now = world.get();
    ObjectNode state = ClockControl.show(now);
    now.states().forEach((name, part) -> state.set(name, part.get()));
    return state;
  }

  private Reply reset(World next) {
    world.set(next);
    return Reply.ok(status("reset"));
  }

  private ObjectNode requests(String query) throws BadField {
    int last = Query.number(query, "last", Journal.KEPT, Journal.KEPT);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("requests", JournalJson.of(world.get().journal().last(last)));
    return body;
  }

  private Reply moveClock(byte[] body) throws BadField, StrictJson.Malformed {
    World now = world.get();
    ClockControl.move(now, StrictJson.read(body));
    return Reply.ok(ClockControl.show(now));
  }

  private JsonNode faults() {
    return FaultJson.of(world.get().faults());
  }

  private Reply replaceFaults(byte[] body) throws BadField, StrictJson.Malformed {
    FaultRules next = FaultRules.parse(StrictJson.read(body));
    world.get().faults().replace(next.rules(), next.seed());
    return Reply.ok(faults());
  }
}
