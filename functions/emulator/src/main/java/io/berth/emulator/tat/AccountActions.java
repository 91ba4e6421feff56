// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudRegions;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.util.Map;

/** TAT DescribeQuotas and DescribeRegions. */
final class AccountActions {
  // Only the total of register codes is in the document's example; this one is inferred.
  private static final int COMMANDS = 1_000;

  private final RegisterCodeStore store;
  private final int quota;

  AccountActions(RegisterCodeStore store, int quota) {
    this.store = store;
    this.quota = quota;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "DescribeQuotas",
        new DeclaredAction(Schema.of(Field.required("ResourceNames", Type.TEXTS)), this::quotas),
        "DescribeRegions",
        new DeclaredAction(Schema.of(), AccountActions::regions));
  }

  private ObjectNode quotas(ApiCall call) throws ApiError {
    JsonNode names = call.parameters().get("ResourceNames");
    if (names.isEmpty()) {
      throw ApiError.missing("ResourceNames");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode set = answer.putArray("GeneralResourceQuotaSet");
    for (JsonNode name : names) {
      set.add(quota(name.textValue()));
    }
    return answer;
  }

  private ObjectNode quota(String name) throws ApiError {
    return switch (name) {
      case "COMMAND" -> quota(name, 0, COMMANDS);
      case "REGISTER_CODE" -> quota(name, store.codeCount(), quota);
      default ->
          throw new ApiError(
              "ResourceUnavailable.InvalidResourceQuotaResourceCode",
              "The resource name of the quota is not valid. ResourceNames must be COMMAND or REGISTER_CODE.");
    };
  }

  private static ObjectNode quota(String name, int used, int total) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ResourceName", name)
        .put("ResourceQuotaUsed", used)
        .put("ResourceQuotaTotal", total);
  }

  private static ObjectNode regions(ApiCall call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode set = answer.putArray("RegionSet");
    for (CloudRegions.Region region : CloudRegions.all()) {
      set.addObject()
          .put("Region", region.name())
          .put("RegionName", region.fullName())
          .put("RegionState", "AVAILABLE");
    }
    return answer.put("TotalCount", set.size());
  }
}
