// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

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

/** The product TAT with register codes of its own. */
public final class Tat implements Product {
  private final RegisterCodes codes;
  private final RegisterCodeJson json;
  private final Map<String, Action> actions;

  /**
   * Starts with no code.
   *
   * @param clock the emulator's clock
   * @param quota how many codes the account may hold
   */
  public Tat(Clock clock, Identifiers identifiers, int quota) {
    codes = new RegisterCodes(quota);
    json = new RegisterCodeJson(clock);
    actions =
        Map.of(
            "CreateRegisterCode", new CreateRegisterCode(codes, identifiers, clock),
            "DescribeRegisterCodes", new DescribeRegisterCodes(codes, json),
            "DisableRegisterCodes", new DisableRegisterCodes(codes, clock));
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

  /** Every code, oldest first, without its value. */
  public JsonNode state() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    codes.all().stream().map(json::withRegion).forEach(list::add);
    return list;
  }
}
