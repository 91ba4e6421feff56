// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A code as DescribeRegisterCodes shows it (TAT, Data Types, RegisterCodeInfo), at this moment. */
final class RegisterCodeJson {
  private final Clock clock;

  RegisterCodeJson(Clock clock) {
    this.clock = clock;
  }

  ObjectNode of(RegisterCode code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("RegisterCodeId", code.id())
        .put("Description", code.description())
        .put("InstanceNamePrefix", code.instanceNamePrefix())
        .put("RegisterLimit", code.registerLimit())
        .put("ExpiredTime", time(code.expiresAt()))
        .put("IpAddressRange", code.ipAddressRange())
        .put("Enabled", code.isEnabled(clock.instant()))
        .put("RegisteredCount", 0)
        .put("CreatedTime", time(code.createdAt()))
        .put("UpdatedTime", time(code.disabledAt().orElse(code.createdAt())));
  }

  /** What the admin API shows: the same and the region. */
  ObjectNode withRegion(RegisterCode code) {
    return of(code).put("Region", code.region());
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
