// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.Revision;
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
public record FunctionState(
    FunctionKey key,
    String id,
    FunctionStatus status,
    Optional<Reason> reason,
    FunctionConfiguration configuration,
    Optional<Revision> revision,
    Map<String, UrlTrigger> triggers,
    Instant added,
    Instant modified) {

  /** One entry of {@code StatusReasons}. */
  record Reason(String code, String message) {}

  /** Copies the triggers. */
  public FunctionState {
    triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
  }

  static FunctionState creating(
      FunctionKey key, String id, FunctionConfiguration configuration, Instant now) {
    return new FunctionState(
        key,
        id,
        FunctionStatus.CREATING,
        Optional.empty(),
        configuration,
        Optional.empty(),
        Map.of(),
        now,
        now);
  }

  FunctionState updating(Instant now) {
    return copy(FunctionStatus.UPDATING, Optional.empty(), configuration, revision, triggers, now);
  }

  /** The change is done and serves. */
  FunctionState active(Revision next, Instant now) {
    return copy(
        FunctionStatus.ACTIVE,
        Optional.empty(),
        next.configuration(),
        Optional.of(next),
        triggers,
        now);
  }

  /** The change failed; what served before still does. */
  FunctionState failed(Reason why, Instant now) {
    FunctionStatus next =
        status == FunctionStatus.CREATING
            ? FunctionStatus.CREATE_FAILED
            : FunctionStatus.UPDATE_FAILED;
    return copy(next, Optional.of(why), configuration, revision, triggers, now);
  }

  FunctionState with(UrlTrigger trigger, Instant now) {
    Map<String, UrlTrigger> more = new LinkedHashMap<>(triggers);
    more.put(trigger.name(), trigger);
    return copy(status, reason, configuration, revision, more, now);
  }

  FunctionState without(String trigger, Instant now) {
    Map<String, UrlTrigger> fewer = new LinkedHashMap<>(triggers);
    fewer.remove(trigger);
    return copy(status, reason, configuration, revision, fewer, now);
  }

  private FunctionState copy(
      FunctionStatus newStatus,
      Optional<Reason> newReason,
      FunctionConfiguration newConfiguration,
      Optional<Revision> newRevision,
      Map<String, UrlTrigger> newTriggers,
      Instant now) {
    return new FunctionState(
        key, id, newStatus, newReason, newConfiguration, newRevision, newTriggers, added, now);
  }
}
