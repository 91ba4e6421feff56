// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Operation;
import io.berth.emulator.api.Regions;
import io.berth.emulator.api.Shape;
import java.util.Map;

/** TAT DescribeQuotas and DescribeRegions. */
final class AccountActions {
  // Only the total of register codes is in the document's example; this one is inferred.
  private static final int COMMANDS = 1_000;

  private final Store store;
  private final int quota;

  AccountActions(Store store, int quota) {
    this.store = store;
    this.quota = quota;
  }

  Map<String, Action> actions() {
    return Map.of(
        "DescribeQuotas",
        new Operation(Shape.of(Field.required("ResourceNames", Kind.TEXTS)), this::quotas),
        "DescribeRegions",
        new Operation(Shape.of(), AccountActions::regions));
  }

  private ObjectNode quotas(Call call) throws ApiError {
    JsonNode names = call.parameters().get("ResourceNames");
    if (names.isEmpty()) {
      throw ApiError.missing("ResourceNames");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode set = answer.putArray("GeneralResourceQuotaSet");
    for (JsonNode name : names) {
      switch (name.textValue()) {
        case "COMMAND" -> put(set, "COMMAND", 0, COMMANDS);
        case "REGISTER_CODE" -> put(set, "REGISTER_CODE", store.codeCount(), quota);
        default ->
            throw new ApiError(
                "ResourceUnavailable.InvalidResourceQuotaResourceCode",
                "The resource name of the quota is not valid."
                    + " ResourceNames must be COMMAND or REGISTER_CODE.");
      }
    }
    return answer;
  }

  private static void put(ArrayNode set, String name, int used, int total) {
    set.addObject()
        .put("ResourceName", name)
        .put("ResourceQuotaUsed", used)
        .put("ResourceQuotaTotal", total);
  }

  private static ObjectNode regions(Call call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode set = answer.putArray("RegionSet");
    for (Regions.Region region : Regions.all()) {
      set.addObject()
          .put("Region", region.name())
          .put("RegionName", region.fullName())
          .put("RegionState", "AVAILABLE");
    }
    return answer.put("TotalCount", set.size());
  }
}
