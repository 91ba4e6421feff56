// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;
import java.util.Optional;

/** One registry, as it was asked for (TCR CreateInstance, Input Parameters), and what is in it. */
record Registry(
    String id,
    String region,
    String name,
    String type,
    Optional<Tags> tags,
    Charge charge,
    Wishes wishes,
    Instant createdAt,
    Contents contents) {

  /** {@code <name>.tencentcloudcr.com}, the reason why names are unique across all users. */
  String publicDomain() {
    return name + ".tencentcloudcr.com";
  }

  Registry withType(String next) {
    return new Registry(id, region, name, next, tags, charge, wishes, createdAt, contents);
  }

  Registry with(Charge next) {
    return new Registry(id, region, name, type, tags, next, wishes, createdAt, contents);
  }

  Registry with(Wishes next) {
    return new Registry(id, region, name, type, tags, charge, next, createdAt, contents);
  }

  Registry with(Contents next) {
    return new Registry(id, region, name, type, tags, charge, wishes, createdAt, next);
  }
}
