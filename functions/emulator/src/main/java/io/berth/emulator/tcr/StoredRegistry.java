// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import java.time.Instant;
import java.util.Optional;

/** One registry, as it was asked for (TCR CreateInstance, Input Parameters), and what is in it. */
record StoredRegistry(
    String id,
    String region,
    String name,
    String type,
    Optional<Tags> tags,
    Charge charge,
    RegistryOptions options,
    Instant createdAt,
    RegistryContents contents) {

  /** {@code <name>.tencentcloudcr.com}, the reason why names are unique across all users. */
  String publicDomain() {
    return name + ".tencentcloudcr.com";
  }

  StoredRegistry withType(String next) {
    return new StoredRegistry(id, region, name, next, tags, charge, options, createdAt, contents);
  }

  StoredRegistry with(Charge next) {
    return new StoredRegistry(id, region, name, type, tags, next, options, createdAt, contents);
  }

  StoredRegistry with(RegistryOptions next) {
    return new StoredRegistry(id, region, name, type, tags, charge, next, createdAt, contents);
  }

  StoredRegistry with(RegistryContents next) {
    return new StoredRegistry(id, region, name, type, tags, charge, options, createdAt, next);
  }
}
