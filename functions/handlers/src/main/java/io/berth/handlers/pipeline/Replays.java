// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The creating calls that this instance has seen lately, by caller and webhook-id: the same call
 * again is told to wait, or gets the stored answer; the same id with other parameters is refused.
 *
 * <p>Only memory, so only a first line: another instance knows nothing of it. What holds behind it
 * is the registry's tag, the code's mark and the bot's ledger.
 */
final class Replays {
  static final String IN_PROGRESS = "in_progress";

  private static final Duration KEPT = Duration.ofHours(24);

  /** No answer yet means that the call is running. */
  private record Remembered(String parameters, Instant at, Optional<FunctionAnswer> answer) {}

  private final int capacity;
  private final Map<String, Remembered> calls = new LinkedHashMap<>();

  Replays(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Performs a call unless it was here before.
   *
   * @param key caller and webhook-id
   * @param parameters the hash of the parameters
   */
  FunctionAnswer once(
      String key,
      String parameters,
      Instant now,
      String callId,
      Supplier<FunctionAnswer> performing) {
    Optional<FunctionAnswer> known = begin(key, parameters, now, callId);
    if (known.isPresent()) {
      return known.get();
    }
    // What stays when the function itself fails half-way: nobody knows, so nobody tries again.
    FunctionAnswer last =
        FunctionAnswer.unknown("internal", "the function failed while it worked", callId).asFinal();
    try {
      last = performing.get();
      return last;
    } finally {
      end(key, new Remembered(parameters, now, Optional.of(last)));
    }
  }

  private synchronized Optional<FunctionAnswer> begin(
      String key, String parameters, Instant now, String callId) {
    Remembered seen = calls.get(key);
    if (seen == null || seen.at().plus(KEPT).isBefore(now)) {
      calls.remove(key);
      makeRoom();
      calls.put(key, new Remembered(parameters, now, Optional.empty()));
      return Optional.empty();
    }
    return Optional.of(
        seen.parameters().equals(parameters)
            ? seen.answer().map(FunctionAnswer::replayed).orElseGet(() -> inProgress(callId))
            : otherParameters(callId));
  }

  private static FunctionAnswer inProgress(String callId) {
    return FunctionAnswer.refused(
        409, IN_PROGRESS, "a call with this webhook-id is in progress", callId);
  }

  private static FunctionAnswer otherParameters(String callId) {
    return FunctionAnswer.refused(
        422,
        "id_reused",
        "this webhook-id was used with other parameters; use a new id for a new request",
        callId);
  }

  private synchronized void end(String key, Remembered seen) {
    calls.remove(key);
    if (seen.answer().filter(FunctionAnswer::isFinal).isPresent()) {
      calls.put(key, seen);
    }
  }

  /** Forgets the oldest finished calls; those in progress are never forgotten. */
  private void makeRoom() {
    Iterator<Remembered> oldest = calls.values().iterator();
    while (calls.size() >= capacity && oldest.hasNext()) {
      if (oldest.next().answer().isPresent()) {
        oldest.remove();
      }
    }
  }
}
