// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.StrictJson;
import io.berth.emulator.api.World;
import io.berth.emulator.coverage.Coverage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The routes under {@code /_emulator/}. */
final class AdminApi {
  /** One route: a body in, an answer out. */
  private interface Route {
    Reply reply(byte[] body) throws BadField, StrictJson.Malformed;
  }

  private final AtomicReference<World> world;
  private final Supplier<World> fresh;
  private final Snapshots snapshots;
  private final Map<String, Map<String, Route>> routes = new LinkedHashMap<>();

  /**
   * Serves the world that is current.
   *
   * @param fresh makes the world that a reset puts in its place
   */
  AdminApi(AtomicReference<World> world, Supplier<World> fresh) {
    this.world = world;
    this.fresh = fresh;
    this.snapshots = new Snapshots(world, fresh);
    route("GET", "healthz", body -> Reply.ok(status("ok")));
    route("GET", "state", body -> Reply.ok(state()));
    route("PUT", "state", this::replaceState);
    route("GET", "export", body -> Reply.ok(SavedState.of(world.get())));
    route("POST", "reset", body -> reset(fresh.get()));
    route("GET", "requests", body -> Reply.ok(requests()));
    route("GET", "clock", body -> Reply.ok(ClockControl.show(world.get())));
    route("POST", "clock", this::moveClock);
    route("GET", "coverage", body -> Reply.ok(Coverage.toJson()));
    route("GET", "faults", body -> Reply.ok(faults()));
    route("PUT", "faults", this::replaceFaults);
  }

  private void route(String method, String name, Route route) {
    routes.computeIfAbsent("/_emulator/" + name, path -> new LinkedHashMap<>()).put(method, route);
  }

  Reply reply(String method, String path, byte[] body) {
    world.get().settle();
    try {
      return path.startsWith(Snapshots.PATH)
          ? snapshots.reply(method, path)
          : routed(method, path, body);
    } catch (BadField e) {
      return e.reply();
    } catch (StrictJson.Malformed e) {
      return Reply.refused(400, "body", e.getMessage());
    }
  }

  private Reply routed(String method, String path, byte[] body)
      throws BadField, StrictJson.Malformed {
    Map<String, Route> methods = routes.get(path);
    if (methods == null) {
      return Reply.refused(404, "path", "must be one of " + String.join(", ", routes.keySet()));
    }
    return methods.containsKey(method)
        ? methods.get(method).reply(body)
        : Reply.refused(
            405, "method", "must be " + String.join(" or ", new TreeSet<>(methods.keySet())));
  }

  private Reply replaceState(byte[] body) throws BadField, StrictJson.Malformed {
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

  private ObjectNode requests() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("requests", JournalJson.of(world.get().journal().list()));
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
