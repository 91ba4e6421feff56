// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.state;

import io.berth.emulator.error.ApiError;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 20 requests per second for each action (both documents, API Description). Inferred: fixed windows
 * of one second of the emulator's clock, one account for all keys, refused calls count too.
 */
public final class RateLimit {
  static final int PER_SECOND = 20;

  private static final String EXCEEDED =
      "Your current request times equals to `%d` in a second, which exceeds the frequency limit `%d` for a second. Please reduce the frequency of calls.";

  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Clock clock;

  RateLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts one call of an action, or refuses it in the words that clients parse. */
  public void take(String version, String action) throws ApiError {
    long second = clock.instant().getEpochSecond();
    int count = windows.merge(version + "/" + action, new Window(second, 1), Window::plus).count();
    if (count > PER_SECOND) {
      throw new ApiError("RequestLimitExceeded", EXCEEDED.formatted(count, PER_SECOND));
    }
  }

  private record Window(long second, int count) {
    Window plus(Window next) {
      return next.second == second ? new Window(second, count + next.count) : next;
    }
  }
}
