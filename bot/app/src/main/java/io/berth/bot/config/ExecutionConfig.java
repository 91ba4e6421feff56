// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.yaml.Bounds;
import io.berth.yaml.YamlMapping;
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
  static final List<String> KEYS = List.of("call_timeout", "lease", "attempts", "settle", "poll");

  private static final Duration LEAST_SETTLE = Duration.ofMinutes(10);
  private static final Bounds ATTEMPTS = new Bounds(1, 10, "");

  static ExecutionConfig read(YamlMapping in) {
    in.allowOnly(KEYS);
    Duration call =
        in.duration("call_timeout", Duration.ofSeconds(1), Duration.ofMinutes(5))
            .orElse(Duration.ofSeconds(20));
    int attempts = in.wholeNumber("attempts", ATTEMPTS).orElse(3);
    Duration poll =
        in.duration("poll", Duration.ofMillis(20), Duration.ofMinutes(1))
            .orElse(Duration.ofMillis(500));
    return new ExecutionConfig(call, lease(in, call), attempts, settle(in), poll);
  }

  private static Duration lease(YamlMapping in, Duration call) {
    Duration lease =
        in.duration("lease", Duration.ofSeconds(2), Duration.ofHours(1))
            .orElse(Duration.ofSeconds(60));
    if (lease.compareTo(call) <= 0) {
      in.refuse(
          "lease",
          "must be longer than execution.call_timeout, or a second process takes over while the first still calls");
    }
    return lease;
  }

  private static Duration settle(YamlMapping in) {
    Duration settle =
        in.duration("settle", Duration.ZERO, Duration.ofHours(24)).orElse(Duration.ofMinutes(15));
    if (settle.compareTo(LEAST_SETTLE) < 0) {
      in.refuse(
          "settle",
          "is below 10m: the sweep must run later than the signature window (5 min) + clock skew");
    }
    return settle;
  }
}
