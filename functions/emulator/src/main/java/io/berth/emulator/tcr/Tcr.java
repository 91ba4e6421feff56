// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedPart;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.text.Identifiers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The product TCR with registries of its own. */
public final class Tcr implements CloudProduct, SavedPart {
  // The actions whose lists of error codes have InvalidParameter.UnsupportedRegion.
  private static final Set<String> OWN_REGION_CODE =
      Set.of("CreateInstance", "CheckInstanceName", "CheckInstance", "RenewInstance");

  private final RegistryStore registries;
  private final RegistryJson json;
  private final Map<String, ApiAction> actions;

  /**
   * Starts with no registry.
   *
   * @param clock the emulator's clock
   * @param pace how fast registries get ready
   * @param perRegion how many registries a region may hold
   */
  public Tcr(Clock clock, Identifiers identifiers, RegistryPace pace, int perRegion) {
    registries = new RegistryStore(perRegion);
    json = new RegistryJson(clock, pace);
    Map<String, ApiAction> all = new HashMap<>();
    all.put("CreateInstance", new CreateInstanceAction(registries, identifiers, clock));
    all.put("DescribeInstances", new DescribeInstancesAction(registries, json));
    all.putAll(new InstanceQueries(registries, json).actions());
    all.putAll(new InstanceChanges(registries, json, clock).actions());
    all.putAll(new PublicEndpointActions(registries, json, pace, clock).actions());
    all.putAll(new TokenActions(registries, identifiers, clock).actions());
    all.putAll(new NamespaceActions(registries, json, clock).actions());
    actions = Map.copyOf(all);
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
  public Map<String, ApiAction> actions() {
    return actions;
  }

  @Override
  public void checkRegion(String action, String region) throws ApiError {
    if (!CloudRegions.isKnown(region)) {
      throw OWN_REGION_CODE.contains(action)
          ? TcrRefusal.REGION.error()
          : CloudRegions.unsupported(region);
    }
  }

  @Override
  public Set<String> resources(ApiCall call) {
    return TcrResources.of(call);
  }

  /** Documented for CreateInstance, inferred for the others. */
  @Override
  public boolean knowsAddress(String action) {
    return false;
  }

  /** Every registry, oldest first. */
  public JsonNode state() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    registries.all().stream().map(json::withOptions).forEach(list::add);
    return list;
  }

  @Override
  public String part() {
    return "tcr";
  }

  @Override
  public ObjectNode save() {
    return SavedRegistries.write(registries.all());
  }

  @Override
  public void restore(ObjectNode saved) throws BadState {
    registries.replace(SavedRegistries.read(saved));
  }

  @Override
  public long changes() {
    return registries.changes();
  }
}
