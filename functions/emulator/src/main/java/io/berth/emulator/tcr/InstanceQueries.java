// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

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
import java.util.Optional;
import java.util.Set;

/** TCR DescribeInstanceStatus, CheckInstance and DescribeRegions. */
final class InstanceQueries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Registries registries;
  private final RegistryJson json;

  InstanceQueries(Registries registries, RegistryJson json) {
    this.registries = registries;
    this.json = json;
  }

  Map<String, Action> actions() {
    return Map.of(
        "DescribeInstanceStatus",
        // Capital I here, small i in DescribeInstances: both as documented.
        new Operation(Shape.of(Field.required("RegistryIds", Kind.TEXTS)), this::status),
        "CheckInstance",
        new Operation(Shape.of(Given.REGISTRY_ID), this::check),
        "DescribeRegions",
        new Operation(Shape.of(), this::regions));
  }

  /** Inferred: unknown ids are left out, no id at all is a missing parameter. */
  private ObjectNode status(Call call) throws ApiError {
    Set<String> ids = Given.texts(call.parameters().get("RegistryIds"));
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

  private ObjectNode status(Registry registry) {
    String status = json.status(registry);
    ObjectNode item = JSON.objectNode().put("RegistryId", registry.id()).put("Status", status);
    item.putArray("Conditions").addObject().put("Type", "").put("Status", status).put("Reason", "");
    return item;
  }

  /** Inferred: an unknown id is an answer, not an error, as the action asks whether it exists. */
  private ObjectNode check(Call call) {
    Optional<Registry> found = registries.find(Given.registryId(call.parameters()), call.region());
    return JSON.objectNode()
        .put("IsValidated", found.isPresent())
        .put("RegionId", found.map(registry -> Regions.id(registry.region())).orElse(0));
  }

  private ObjectNode regions(Call call) {
    ObjectNode answer = JSON.objectNode().put("TotalCount", Regions.all().size());
    ArrayNode list = answer.putArray("Regions");
    for (Regions.Region region : Regions.all()) {
      list.addObject()
          .put("Alias", region.alias())
          .put("RegionId", region.id())
          .put("RegionName", region.name())
          .put("Status", "alluser")
          .put("Remark", "")
          .put("CreatedAt", "2019-08-09T00:00:00+08:00")
          .put("UpdatedAt", "2019-08-09T00:00:00+08:00")
          .put("Id", list.size());
    }
    return answer;
  }
}
