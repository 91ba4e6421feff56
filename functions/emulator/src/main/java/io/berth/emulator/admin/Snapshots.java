// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.BadState;
import io.berth.emulator.api.World;
import io.berth.emulator.kept.SavedState;
import io.berth.emulator.kept.Shelf;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Named copies of the state, for tests that start from the same one again and again: {@code POST
 * snapshots/NAME} keeps it, {@code POST snapshots/NAME/restore} goes back to it at once.
 */
final class Snapshots {
  static final String PATH = "/_emulator/snapshots";

  private static final Pattern ONE =
      Pattern.compile(PATH + "/([a-z0-9][a-z0-9-]{0,31})(/restore)?");
  private static final int MOST = 20;

  private final AtomicReference<World> world;
  private final Supplier<World> fresh;
  private final Shelf kept;

  Snapshots(AtomicReference<World> world, Supplier<World> fresh, Shelf kept) {
    this.world = world;
    this.fresh = fresh;
    this.kept = kept;
  }

  synchronized Reply reply(String method, String path) throws BadState {
    if (path.equals(PATH)) {
      return method.equals("GET") ? list() : Reply.refused(405, "method", "must be GET");
    }
    Matcher one = ONE.matcher(path);
    if (!one.matches()) {
      return Reply.refused(
          404,
          "path",
          "must be snapshots/NAME or snapshots/NAME/restore; NAME is 1 to 32 of a-z 0-9 -");
    }
    String name = one.group(1);
    if (one.group(2) != null) {
      return method.equals("POST") ? restore(name) : Reply.refused(405, "method", "must be POST");
    }
    return switch (method) {
      case "POST" -> keep(name);
      case "GET" -> kept.get(name).map(Reply::ok).orElseGet(() -> missing(name));
      case "DELETE" -> kept.remove(name) ? list() : missing(name);
      default -> Reply.refused(405, "method", "must be DELETE, GET or POST");
    };
  }

  private Reply keep(String name) {
    SortedSet<String> names = kept.names();
    if (names.size() >= MOST && !names.contains(name)) {
      return Reply.refused(
          409, "name", "at most " + MOST + " snapshots are kept; DELETE one first");
    }
    kept.put(name, SavedState.of(world.get()));
    return list();
  }

  private Reply restore(String name) throws BadState {
    Optional<JsonNode> saved = kept.get(name);
    if (saved.isEmpty()) {
      return missing(name);
    }
    World next = fresh.get();
    SavedState.into(next, saved.get());
    world.set(next);
    return Reply.ok(JsonNodeFactory.instance.objectNode().put("status", "restored"));
  }

  private Reply list() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode names = body.putArray("snapshots");
    kept.names().forEach(names::add);
    return Reply.ok(body);
  }

  private static Reply missing(String name) {
    return Reply.refused(404, "name", "there is no snapshot " + name);
  }
}
