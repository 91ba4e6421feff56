// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Identifiers;
import io.berth.emulator.api.Product;
import io.berth.emulator.api.Regions;
import java.time.Clock;
import java.util.Map;

/** The product TCR with registries of its own. */
public final class Tcr implements Product {
  private final Registries registries;
  private final RegistryJson json;
  private final Map<String, Action> actions;

  /**
   * Starts with no registry.
   *
   * @param clock the emulator's clock
   * @param pace how fast registries get ready
   * @param perRegion how many registries a region may hold
   */
  public Tcr(Clock clock, Identifiers identifiers, Pace pace, int perRegion) {
    registries = new Registries(perRegion);
    json = new RegistryJson(clock, pace);
    actions =
        Map.of(
            "CreateInstance", new CreateInstance(registries, identifiers, clock),
            "DescribeInstances", new DescribeInstances(registries, json),
            "CheckInstanceName", new CheckInstanceName(registries));
  }

  @Override
  public String name() {
    return "tcr";
  }

  @Override
  public String version() {
    return "2019-09-24";
  }

  @Override
  public Map<String, Action> actions() {
    return actions;
  }

  @Override
  public void checkRegion(String action, String region) throws ApiError {
    if (!Regions.isKnown(region)) {
      throw action.equals("CreateInstance") ? Refusal.REGION.error() : Regions.unsupported(region);
    }
  }

  /** Every registry, oldest first. */
  public JsonNode state() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    registries.all().stream().map(json::withWishes).forEach(list::add);
    return list;
  }
}
