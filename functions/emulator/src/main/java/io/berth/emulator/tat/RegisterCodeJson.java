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

  ObjectNode of(StoredRegisterCode code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("RegisterCodeId", code.id())
        .put("Description", code.terms().description())
        .put("InstanceNamePrefix", code.terms().instanceNamePrefix())
        .put("RegisterLimit", code.terms().registerLimit())
        .put("ExpiredTime", time(code.expiresAt()))
        .put("IpAddressRange", code.terms().ipAddressRange())
        .put("Enabled", code.isEnabled(clock.instant()))
        .put("RegisteredCount", code.registeredCount())
        .put("CreatedTime", time(code.createdAt()))
        .put("UpdatedTime", time(code.disabledAt().orElse(code.createdAt())));
  }

  /** What the admin API shows: the same and the region. */
  ObjectNode withRegion(StoredRegisterCode code) {
    return of(code).put("Region", code.region());
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
