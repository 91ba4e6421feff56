// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.product.CloudRegions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A registry as DescribeInstances shows it (TCR, Data Types, Registry), at this moment. */
final class RegistryJson {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(CHINA);
  static final int TOKEN_HOURS = 87_600;

  private final Clock clock;
  private final RegistryPace pace;

  RegistryJson(Clock clock, RegistryPace pace) {
    this.clock = clock;
    this.pace = pace;
  }

  String status(StoredRegistry registry) {
    return pace.status(registry.createdAt(), clock.instant());
  }

  boolean isRunning(StoredRegistry registry) {
    return status(registry).equals("Running");
  }

  ObjectNode of(StoredRegistry registry) {
    ObjectNode json = identity(registry);
    json.put("EnableAnonymous", false)
        .put("TokenValidTime", TOKEN_HOURS)
        .put("InternalEndpoint", "");
    json.set("TagSpecification", registry.tags().map(Tags::toJson).orElse(null));
    return json.put("ExpiredAt", expiredAt(registry))
        .put("PayMod", registry.charge().type())
        .put("RenewFlag", registry.charge().renewFlag())
        .put("DeletionProtection", registry.options().deletionProtection());
  }

  private ObjectNode identity(StoredRegistry registry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("RegistryId", registry.id())
        .put("RegistryName", registry.name())
        .put("RegistryType", registry.type())
        .put("Status", status(registry))
        .put("PublicDomain", registry.publicDomain())
        .put("CreatedAt", TIME.format(registry.createdAt()))
        .put("RegionName", registry.region())
        .put("RegionId", CloudRegions.id(registry.region()));
  }

  /** What the admin API shows besides: the options that no API answer repeats. */
  ObjectNode withOptions(StoredRegistry registry) {
    return of(registry)
        .put("SyncTag", registry.options().syncTag())
        .put("EnableCosMAZ", registry.options().cosMaz())
        .put("EnableCosVersioning", registry.options().cosVersioning())
        .put("PrepaidMonths", registry.charge().months())
        .put("ExternalEndpoint", pace.endpoint(registry.contents().endpoint(), clock.instant()))
        .put("Namespaces", registry.contents().namespaces().size())
        .put("Tokens", registry.contents().tokens().size());
  }

  private static String expiredAt(StoredRegistry registry) {
    if (!registry.charge().prepaid()) {
      return "";
    }
    Charge charge = registry.charge();
    return TIME.format(charge.from().atOffset(CHINA).plusMonths(charge.months()));
  }
}
