// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a new registry gets ready: {@code Pending}, {@code Deploying}, {@code Running} (TCR,
 * Data Types, Registry). The cloud needs minutes; here it is seconds unless asked otherwise.
 *
 * @param deploying when it is {@code Deploying}, counted from its creation
 * @param running when it is {@code Running}, counted from its creation
 */
public record RegistryPace(Duration deploying, Duration running) {
  /** Long enough for a person to see each state. */
  public static final RegistryPace DEFAULT =
      new RegistryPace(Duration.ofSeconds(2), Duration.ofSeconds(5));

  /** The states come in their order. */
  public RegistryPace {
    if (deploying.isNegative() || running.compareTo(deploying) < 0) {
      throw new IllegalArgumentException("Running cannot come before Deploying.");
    }
  }

  /** Inferred: the public endpoint opens and closes as fast as a registry starts to deploy. */
  String endpoint(PublicEndpoint endpoint, Instant now) {
    return endpoint.status(now, deploying);
  }

  String status(Instant createdAt, Instant now) {
    Duration age = Duration.between(createdAt, now);
    if (age.compareTo(running) >= 0) {
      return "Running";
    }
    return age.compareTo(deploying) >= 0 ? "Deploying" : "Pending";
  }
}
