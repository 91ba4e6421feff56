// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedState;
import io.berth.emulator.persistence.Snapshots;
import io.berth.emulator.state.CloudState;
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
final class SnapshotRoutes {
  static final String PATH = "/_emulator/snapshots";

  private static final Pattern ONE =
      Pattern.compile(PATH + "/([a-z0-9][a-z0-9-]{0,31})(/restore)?");
  private static final int MOST = 20;

  private final AtomicReference<CloudState> current;
  private final Supplier<CloudState> fresh;
  private final Snapshots kept;

  SnapshotRoutes(AtomicReference<CloudState> current, Supplier<CloudState> fresh, Snapshots kept) {
    this.current = current;
    this.fresh = fresh;
    this.kept = kept;
  }

  synchronized AdminReply reply(String method, String path) throws BadState {
    if (path.equals(PATH)) {
      return method.equals("GET") ? list() : notAllowed("GET");
    }
    Matcher one = ONE.matcher(path);
    if (!one.matches()) {
      return AdminReply.refused(
          404,
          "path",
          "must be snapshots/NAME or snapshots/NAME/restore; NAME is 1 to 32 of a-z 0-9 -");
    }
    String name = one.group(1);
    if (one.group(2) == null) {
      return byName(method, name);
    }
    return method.equals("POST") ? restore(name) : notAllowed("POST");
  }

  private AdminReply byName(String method, String name) {
    return switch (method) {
      case "POST" -> keep(name);
      case "GET" -> kept.get(name).map(AdminReply::ok).orElseGet(() -> missing(name));
      case "DELETE" -> kept.remove(name) ? list() : missing(name);
      default -> notAllowed("DELETE, GET or POST");
    };
  }

  private static AdminReply notAllowed(String methods) {
    return AdminReply.refused(405, "method", "must be " + methods);
  }

  private AdminReply keep(String name) {
    SortedSet<String> names = kept.names();
    if (names.size() >= MOST && !names.contains(name)) {
      return AdminReply.refused(
          409, "name", "at most " + MOST + " snapshots are kept; DELETE one first");
    }
    kept.put(name, SavedState.of(current.get()));
    return list();
  }

  private AdminReply restore(String name) throws BadState {
    Optional<JsonNode> saved = kept.get(name);
    if (saved.isEmpty()) {
      return missing(name);
    }
    CloudState next = fresh.get();
    SavedState.into(next, saved.get());
    current.set(next);
    return AdminReply.ok(JsonNodeFactory.instance.objectNode().put("status", "restored"));
  }

  private AdminReply list() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode names = body.putArray("snapshots");
    kept.names().forEach(names::add);
    return AdminReply.ok(body);
  }

  private static AdminReply missing(String name) {
    return AdminReply.refused(404, "name", "there is no snapshot " + name);
  }
}
