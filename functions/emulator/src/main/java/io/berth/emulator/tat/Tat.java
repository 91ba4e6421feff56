// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.BadState;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Identifiers;
import io.berth.emulator.api.Product;
import io.berth.emulator.api.Regions;
import io.berth.emulator.api.Saved;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The product TAT with register codes and machines of its own. */
public final class Tat implements Product, Saved {
  private final Store store;
  private final RegisterCodeJson json;
  private final Map<String, Action> actions;
  private final RegisterInstance register;

  /**
   * Starts with no code.
   *
   * @param clock the emulator's clock
   * @param quota how many codes the account may hold
   */
  public Tat(Clock clock, Identifiers identifiers, int quota) {
    store = new Store(quota);
    json = new RegisterCodeJson(clock);
    register = new RegisterInstance(store, identifiers, clock);
    Map<String, Action> all = new HashMap<>();
    all.put("CreateRegisterCode", new CreateRegisterCode(store, identifiers, clock));
    all.put("DescribeRegisterCodes", new DescribeRegisterCodes(store, json));
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
  public Map<String, Action> actions() {
    return actions;
  }

  @Override
  public void checkRegion(String action, String region) throws ApiError {
    if (!Regions.isKnown(region)) {
      throw Regions.unsupported(region);
    }
  }

  @Override
  public Set<String> resources(Call call) {
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
    for (Machine machine : store.content().machines()) {
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
  public Map<String, Agent> agentActions() {
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
