// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

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
import java.util.Optional;
import java.util.Set;

/** TCR DescribeInstanceStatus, CheckInstanceName, CheckInstance and DescribeRegions. */
final class InstanceQueries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RegistryStore registries;
  private final RegistryJson json;

  InstanceQueries(RegistryStore registries, RegistryJson json) {
    this.registries = registries;
    this.json = json;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "DescribeInstanceStatus",
        // Capital I here, small i in DescribeInstances: both as documented.
        new DeclaredAction(Schema.of(Field.required("RegistryIds", Type.TEXTS)), this::status),
        "CheckInstanceName",
        new DeclaredAction(Schema.of(Field.required("RegistryName", Type.TEXT)), this::checkName),
        "CheckInstance",
        new DeclaredAction(Schema.of(RegistryParameters.REGISTRY_ID), this::check),
        "DescribeRegions",
        new DeclaredAction(Schema.of(), this::regions));
  }

  /** Inferred: unknown ids are left out, no id at all is a missing parameter. */
  private ObjectNode status(ApiCall call) throws ApiError {
    Set<String> ids = RegistryParameters.texts(call.parameters().get("RegistryIds"));
    if (ids.isEmpty()) {
      throw ApiError.missing("RegistryIds");
    }
    ObjectNode answer = JSON.objectNode();
    ArrayNode set = answer.putArray("RegistryStatusSet");
    for (String id : ids) {
      registries
          .find(id, call.region())
          .filter(registry -> call.shows(registry.createdAt()))
          .map(this::status)
          .ifPresent(set::add);
    }
    return answer;
  }

  private ObjectNode status(StoredRegistry registry) {
    String status = json.status(registry);
    ObjectNode item = JSON.objectNode().put("RegistryId", registry.id()).put("Status", status);
    item.putArray("Conditions").addObject().put("Type", "").put("Status", status).put("Reason", "");
    return item;
  }

  private ObjectNode checkName(ApiCall call) {
    int detail = detail(call.parameters().get("RegistryName").textValue());
    return JSON.objectNode().put("IsValidated", detail == 0).put("DetailCode", detail);
  }

  /** 0 fine, 1 illegal, 2 reserved, 3 exists. */
  private int detail(String name) {
    Optional<TcrRefusal> refused = RegistryNameRule.refuses(name);
    if (refused.isPresent()) {
      return refused.get() == TcrRefusal.NAME_ILLEGAL ? 1 : 2;
    }
    return registries.exists(name) ? 3 : 0;
  }

  /** Inferred: an unknown id is an answer, not an error, as the action asks whether it exists. */
  private ObjectNode check(ApiCall call) {
    Optional<StoredRegistry> found =
        registries.find(RegistryParameters.registryId(call.parameters()), call.region());
    return JSON.objectNode()
        .put("IsValidated", found.isPresent())
        .put("RegionId", found.map(registry -> CloudRegions.id(registry.region())).orElse(0));
  }

  private ObjectNode regions(ApiCall call) {
    ObjectNode answer = JSON.objectNode().put("TotalCount", CloudRegions.all().size());
    ArrayNode list = answer.putArray("Regions");
    CloudRegions.all().forEach(region -> write(region, list.addObject()).put("Id", list.size()));
    return answer;
  }

  private static ObjectNode write(CloudRegions.Region region, ObjectNode json) {
    return json.put("Alias", region.alias())
        .put("RegionId", region.id())
        .put("RegionName", region.name())
        .put("Status", "alluser")
        .put("Remark", "")
        .put("CreatedAt", "2019-08-09T00:00:00+08:00")
        .put("UpdatedAt", "2019-08-09T00:00:00+08:00");
  }
}
