// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import com.amazonaws.services.lambda.runtime.Context;
import io.berth.contract.auth.CallHeaders;
import io.berth.runtime.HttpCall;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a call may still work: until the platform ends it, and until the deadline that its
 * caller gave.
 */
final class TimeLeft {
  /** Below this a call to the cloud is not begun: its answer would not be seen. */
  private static final Duration ENOUGH = Duration.ofSeconds(2);

  /** Kept for answering after the cloud did not. */
  private static final Duration TO_ANSWER = Duration.ofMillis(500);

  private final Context context;
  private final Optional<Instant> deadline;

  private TimeLeft(Context context, Optional<Instant> deadline) {
    this.context = context;
    this.deadline = deadline;
  }

  /** Reads the call's deadline; empty when that header is not a number of milliseconds. */
  static Optional<TimeLeft> of(HttpCall call, Context context) {
    Optional<String> header = call.headers().first(CallHeaders.DEADLINE);
    if (header.isEmpty()) {
      return Optional.of(new TimeLeft(context, Optional.empty()));
    }
    try {
      Instant deadline = Instant.ofEpochMilli(Long.parseLong(header.get().strip()));
      return Optional.of(new TimeLeft(context, Optional.of(deadline)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a call to the cloud may be begun, by the same reading that will sign it. */
  boolean isEnough(Instant reading) {
    return context.getRemainingTimeInMillis() >= ENOUGH.toMillis()
        && deadline.filter(end -> Duration.between(reading, end).compareTo(ENOUGH) < 0).isEmpty();
  }

  /** The most that a call to the cloud may take now. */
  Duration forTheCloud(Instant now) {
    Duration platform = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER);
    return deadline
        .map(end -> Duration.between(now, end))
        .filter(caller -> caller.compareTo(platform) < 0)
        .orElse(platform);
  }
}
