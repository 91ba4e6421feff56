// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.persistence.BadState;
import io.berth.emulator.persistence.SavedPart;
import io.berth.emulator.product.AgentAction;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.text.Identifiers;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The product TAT with register codes and machines of its own. */
public final class Tat implements CloudProduct, SavedPart {
  private final RegisterCodeStore store;
  private final RegisterCodeJson json;
  private final Map<String, ApiAction> actions;
  private final RegisterInstanceAction register;

  /**
   * Starts with no code.
   *
   * @param clock the emulator's clock
   * @param quota how many codes the account may hold
   */
  public Tat(Clock clock, Identifiers identifiers, int quota) {
    store = new RegisterCodeStore(quota);
    json = new RegisterCodeJson(clock);
    register = new RegisterInstanceAction(store, identifiers, clock);
    Map<String, ApiAction> all = new HashMap<>();
    all.put("CreateRegisterCode", new CreateRegisterCodeAction(store, identifiers, clock));
    all.put("DescribeRegisterCodes", new DescribeRegisterCodesAction(store, json));
    all.putAll(new CodeActions(store, clock).actions());
    all.putAll(new MachineActions(store, clock).actions());
    all.putAll(new AccountActions(store, quota).actions());
    actions = Map.copyOf(all);
  }

  @Override
  public String name() {
    return "tat";
  }

  @Override
  public String version() {
    return "2020-10-28";
  }

  @Override
  public Map<String, ApiAction> actions() {
    return actions;
  }

  @Override
  public void checkRegion(String action, String region) throws ApiError {
    if (!CloudRegions.isKnown(region)) {
      throw CloudRegions.unsupported(region);
    }
  }

  @Override
  public Set<String> resources(ApiCall call) {
    return TatResources.of(call);
  }

  /** Every code, oldest first, without its value. */
  public JsonNode state() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    store.content().codes().stream().map(json::withRegion).forEach(list::add);
    return list;
  }

  /** Every machine that has registered, oldest first. */
  public JsonNode machines() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (RegisteredMachine machine : store.content().machines()) {
      list.add(MachineJson.of(machine).put("Region", machine.region()));
    }
    return list;
  }

  /** Documented as optional for these; the others need one. */
  @Override
  public boolean needsRegion(String action) {
    return !action.equals("DescribeRegions") && !action.equals("DescribeAutomationAgentStatus");
  }

  @Override
  public Map<String, AgentAction> agentActions() {
    return Map.of("RegisterInstance", register);
  }

  @Override
  public String part() {
    return "tat";
  }

  @Override
  public ObjectNode save() {
    return SavedCodes.write(store.content());
  }

  @Override
  public void restore(ObjectNode saved) throws BadState {
    store.replace(SavedCodes.read(saved));
  }

  @Override
  public long changes() {
    return store.changes();
  }
}
