// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * TAT DescribeRegisterInstances, ModifyRegisterInstance, DeleteRegisterInstance and
 * DescribeAutomationAgentStatus.
 */
final class MachineActions {
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Field INSTANCE_ID = Field.required("InstanceId", Type.TEXT);
  private static final Schema PAGES =
      Schema.of(
          Field.optional("InstanceIds", Type.TEXTS),
          new Field(
              "Filters",
              Type.OBJECTS,
              false,
              Schema.of(Field.required("Name", Type.TEXT), Field.required("Values", Type.TEXTS))),
          Field.optional("Offset", Type.INTEGER),
          Field.optional("Limit", Type.INTEGER));

  private final RegisterCodeStore store;
  private final Clock clock;

  MachineActions(RegisterCodeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "DescribeRegisterInstances",
        new DeclaredAction(PAGES, this::describe),
        "DescribeAutomationAgentStatus",
        new DeclaredAction(PAGES, this::agents),
        "ModifyRegisterInstance",
        new DeclaredAction(
            Schema.of(INSTANCE_ID, Field.required("InstanceName", Type.TEXT)), this::modify),
        "DeleteRegisterInstance",
        new DeclaredAction(Schema.of(INSTANCE_ID), this::delete));
  }

  private ObjectNode describe(ApiCall call) throws ApiError {
    List<RegisteredMachine> shown =
        store.machines(call.region()).stream()
            .filter(machine -> call.shows(machine.createdAt()))
            .toList();
    List<RegisteredMachine> found = MachineFilter.INSTANCES.of(call.parameters(), shown);
    return page(call, found, "RegisterInstanceSet", MachineJson::of);
  }

  private ObjectNode agents(ApiCall call) throws ApiError {
    List<RegisteredMachine> found =
        MachineFilter.AGENTS.of(call.parameters(), store.machines(call.region()));
    return page(call, found, "AutomationAgentSet", m -> MachineJson.agent(m, clock.instant()));
  }

  private static ObjectNode page(
      ApiCall call,
      List<RegisteredMachine> found,
      String name,
      Function<RegisteredMachine, ObjectNode> show)
      throws ApiError {
    long offset = ParameterLimits.number(call.parameters(), "Offset", 0, 0, Long.MAX_VALUE);
    long limit = ParameterLimits.number(call.parameters(), "Limit", 20, 1, MOST);
    ObjectNode answer = JSON.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray(name);
    found.stream().skip(offset).limit(limit).map(show).forEach(page::add);
    return answer;
  }

  /** Inferred: the action's list has no code for an unknown id but this one. */
  private ObjectNode modify(ApiCall call) throws ApiError {
    String id = MachineFilter.id(call.parameters().get("InstanceId").textValue());
    String name = ParameterLimits.text(call.parameters(), "InstanceName", LONGEST_NAME);
    if (name.isEmpty()) {
      throw new ApiError(
          "InvalidParameterValue",
          "Invalid parameter value. InstanceName must have 1 to 60 characters.");
    }
    if (store
        .change(id, call.region(), machine -> machine.named(name, clock.instant()))
        .isEmpty()) {
      throw MachineFilter.invalidId("There is no `" + id + "` in this region.");
    }
    return JSON.objectNode();
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    String id = MachineFilter.id(call.parameters().get("InstanceId").textValue());
    if (store.remove(id, call.region()).isEmpty()) {
      throw new ApiError(
          "ResourceNotFound.RegisterInstanceNotFoundCode",
          "Registered instance not found. There is no `" + id + "` in this region.");
    }
    return JSON.objectNode();
  }
}
