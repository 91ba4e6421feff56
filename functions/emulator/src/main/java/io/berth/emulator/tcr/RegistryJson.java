// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A registry as DescribeInstances shows it (TCR, Data Types, Registry), at this moment. */
final class RegistryJson {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(CHINA);
  private static final int TOKEN_HOURS = 87_600;

  private final Clock clock;
  private final Pace pace;

  RegistryJson(Clock clock, Pace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  ObjectNode of(Registry registry) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("RegistryId", registry.id())
            .put("RegistryName", registry.name())
            .put("RegistryType", registry.type())
            .put("Status", pace.status(registry.createdAt(), clock.instant()))
            .put("PublicDomain", registry.publicDomain())
            .put("CreatedAt", TIME.format(registry.createdAt()))
            .put("RegionName", registry.region())
            .put("RegionId", Regions.id(registry.region()))
            .put("EnableAnonymous", false)
            .put("TokenValidTime", TOKEN_HOURS)
            .put("InternalEndpoint", "");
    json.set("TagSpecification", registry.tags().map(Tags::toJson).orElse(null));
    return json.put("ExpiredAt", expiredAt(registry))
        .put("PayMod", registry.charge().type())
        .put("RenewFlag", registry.charge().renewFlag())
        .put("DeletionProtection", registry.deletionProtection());
  }

  /** What the admin API shows besides: the wishes that no API answer repeats. */
  ObjectNode withWishes(Registry registry) {
    return of(registry)
        .put("SyncTag", registry.syncTag())
        .put("EnableCosMAZ", registry.enableCosMaz())
        .put("PrepaidMonths", registry.charge().months());
  }

  private static String expiredAt(Registry registry) {
    if (!registry.charge().prepaid()) {
      return "";
    }
    Instant created = registry.createdAt();
    return TIME.format(created.atOffset(CHINA).plusMonths(registry.charge().months()));
  }
}
