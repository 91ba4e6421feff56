// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Open forms, at most three above each other per person, and one Home tab per person. */
public final class Views {
  private static final int DEPTH = 3;

  private final Workspace workspace;
  private final Map<String, List<OpenView>> stacks = new HashMap<>();
  private final Map<String, OpenView> homes = new HashMap<>();
  private int lastId;

  Views(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Opens a form in place of all that this person has open. */
  public OpenView open(String userId, ObjectNode view) throws SlackError {
    synchronized (workspace) {
      refuseDoubleExternalId(view, "");
      stacks.put(userId, new ArrayList<>());
      return add(userId, view);
    }
  }

  /** Opens a form above the ones that are open. */
  public OpenView push(String userId, ObjectNode view) throws SlackError {
    synchronized (workspace) {
      if (stack(userId).isEmpty()) {
        throw new SlackError("not_found");
      }
      if (stack(userId).size() >= DEPTH) {
        throw new SlackError("push_limit_reached");
      }
      refuseDoubleExternalId(view, "");
      return add(userId, view);
    }
  }

  /**
   * Replaces a form.
   *
   * @param id a view id, or the app's own external id
   * @param hash when given, the hash the app last saw
   */
  public OpenView update(String id, Optional<String> hash, ObjectNode view) throws SlackError {
    synchronized (workspace) {
      OpenView now =
          find(id).or(() -> byExternalId(id)).orElseThrow(() -> new SlackError("not_found"));
      if (hash.isPresent() && !hash.get().equals(now.hash())) {
        throw new SlackError("hash_conflict");
      }
      refuseDoubleExternalId(view, now.id());
      return replace(now.id(), one -> one.updated(view, workspace.nextTs())).orElseThrow();
    }
  }

  /** Sets somebody's Home tab. */
  public OpenView publish(String userId, Optional<String> hash, ObjectNode view) throws SlackError {
    synchronized (workspace) {
      OpenView before = homes.get(userId);
      if (before != null && hash.isPresent() && !hash.get().equals(before.hash())) {
        throw new SlackError("hash_conflict");
      }
      String id = before == null ? nextId() : before.id();
      OpenView home =
          new OpenView(id, userId, view, workspace.nextTs(), id, Optional.empty(), Map.of());
      homes.put(userId, home);
      workspace.changed();
      return home;
    }
  }

  /** Shows the sentences of a refused submission beside their inputs. */
  public void refuse(String id, Map<String, String> sentences) {
    synchronized (workspace) {
      replace(id, one -> one.refused(sentences));
    }
  }

  /** Takes one form away, or all of this person's forms. */
  public void close(OpenView view, boolean all) {
    synchronized (workspace) {
      stack(view.userId()).removeIf(one -> all || one.id().equals(view.id()));
      workspace.changed();
    }
  }

  /** An open form or a Home tab by its id. */
  public Optional<OpenView> find(String id) {
    synchronized (workspace) {
      return everything().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /** This person's open forms; the last one is on top. */
  public List<OpenView> openOf(String userId) {
    synchronized (workspace) {
      return List.copyOf(stack(userId));
    }
  }

  /** This person's Home tab, once published. */
  public Optional<OpenView> homeOf(String userId) {
    synchronized (workspace) {
      return Optional.ofNullable(homes.get(userId));
    }
  }

  private OpenView add(String userId, ObjectNode view) {
    List<OpenView> stack = stack(userId);
    String id = nextId();
    Optional<String> below =
        stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1).id());
    String root = stack.isEmpty() ? id : stack.get(0).rootId();
    OpenView opened = new OpenView(id, userId, view, workspace.nextTs(), root, below, Map.of());
    stack.add(opened);
    workspace.changed();
    return opened;
  }

  private Optional<OpenView> replace(String id, UnaryOperator<OpenView> change) {
    stacks.values().forEach(stack -> stack.replaceAll(one -> changed(one, id, change)));
    homes.replaceAll((user, one) -> changed(one, id, change));
    workspace.changed();
    return find(id);
  }

  private static OpenView changed(OpenView one, String id, UnaryOperator<OpenView> change) {
    return one.id().equals(id) ? change.apply(one) : one;
  }

  private void refuseDoubleExternalId(ObjectNode view, String self) throws SlackError {
    String external = view.path("external_id").asText("");
    if (!external.isEmpty()
        && byExternalId(external).filter(other -> !other.id().equals(self)).isPresent()) {
      throw new SlackError("duplicate_external_id");
    }
  }

  private Optional<OpenView> byExternalId(String external) {
    return everything().filter(one -> one.text("external_id").equals(external)).findFirst();
  }

  private Stream<OpenView> everything() {
    return Stream.concat(stacks.values().stream().flatMap(List::stream), homes.values().stream());
  }

  private List<OpenView> stack(String userId) {
    return stacks.computeIfAbsent(userId, any -> new ArrayList<>());
  }

  private String nextId() {
    return String.format("V%08d", ++lastId);
  }
}
