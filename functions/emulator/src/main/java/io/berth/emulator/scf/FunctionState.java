// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One function as the management API knows it; a change makes a new one.
 *
 * @param id {@code lam-} and 8 characters
 * @param revision what serves; empty until the first code is unpacked
 * @param configuration what GetFunction shows, before it serves too
 * @param reason why the last change failed
 * @param triggers by name
 */
record FunctionState(
    FunctionKey key,
    String id,
    Status status,
    Optional<Reason> reason,
    Configuration configuration,
    Optional<Revision> revision,
    Map<String, Trigger> triggers,
    Instant added,
    Instant modified) {

  /** One entry of {@code StatusReasons}. */
  record Reason(String code, String message) {}

  FunctionState {
    triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
  }

  static FunctionState creating(
      FunctionKey key, String id, Configuration configuration, Instant now) {
    return new FunctionState(
        key,
        id,
        Status.CREATING,
        Optional.empty(),
        configuration,
        Optional.empty(),
        Map.of(),
        now,
        now);
  }

  FunctionState updating(Instant now) {
    return copy(Status.UPDATING, Optional.empty(), configuration, revision, triggers, now);
  }

  /** The change is done and serves. */
  FunctionState active(Revision next, Instant now) {
    return copy(
        Status.ACTIVE, Optional.empty(), next.configuration(), Optional.of(next), triggers, now);
  }

  /** The change failed; what served before still does. */
  FunctionState failed(Reason why, Instant now) {
    Status next = status == Status.CREATING ? Status.CREATE_FAILED : Status.UPDATE_FAILED;
    return copy(next, Optional.of(why), configuration, revision, triggers, now);
  }

  FunctionState with(Trigger trigger, Instant now) {
    Map<String, Trigger> more = new LinkedHashMap<>(triggers);
    more.put(trigger.name(), trigger);
    return copy(status, reason, configuration, revision, more, now);
  }

  FunctionState without(String trigger, Instant now) {
    Map<String, Trigger> fewer = new LinkedHashMap<>(triggers);
    fewer.remove(trigger);
    return copy(status, reason, configuration, revision, fewer, now);
  }

  private FunctionState copy(
      Status newStatus,
      Optional<Reason> newReason,
      Configuration newConfiguration,
      Optional<Revision> newRevision,
      Map<String, Trigger> newTriggers,
      Instant now) {
    return new FunctionState(
        key, id, newStatus, newReason, newConfiguration, newRevision, newTriggers, added, now);
  }
}
