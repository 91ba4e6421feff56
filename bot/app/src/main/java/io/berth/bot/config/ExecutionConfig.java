// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import java.time.Duration;
import java.util.List;

/**
 * How approved requests are carried out.
 *
 * @param callTimeout for one call of a function
 * @param lease how long a claim holds; longer than the call
 * @param attempts how often a request may be claimed, at least 1
 * @param settle how long after an attempt the sweep for its remains runs; at least 10 minutes
 * @param poll how often the ledger is asked for work
 */
public record ExecutionConfig(
    Duration callTimeout, Duration lease, int attempts, Duration settle, Duration poll) {
  static ExecutionConfig read(Section in) {
    in.only(List.of("call_timeout", "lease", "attempts", "settle", "poll"));
    Duration call =
        in.duration(
            "call_timeout", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(5));
    Duration lease =
        in.duration("lease", Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofHours(1));
    if (lease.compareTo(call) <= 0) {
      in.refuse(
          "lease",
          "must be longer than execution.call_timeout, or a second process takes over while the first still calls.");
    }
    int attempts = (int) in.whole("attempts", 3, 1, 10);
    Duration settle =
        in.duration("settle", Duration.ofMinutes(15), Duration.ZERO, Duration.ofHours(24));
    if (settle.compareTo(Duration.ofMinutes(10)) < 0) {
      in.refuse(
          "settle",
          "is below 10m: the sweep must run later than the signature window (5 min)"
              + " + clock skew.");
    }
    Duration poll =
        in.duration("poll", Duration.ofMillis(500), Duration.ofMillis(20), Duration.ofMinutes(1));
    return new ExecutionConfig(call, lease, attempts, settle, poll);
  }
}
