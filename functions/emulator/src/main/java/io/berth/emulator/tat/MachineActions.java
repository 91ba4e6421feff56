// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Operation;
import io.berth.emulator.api.Shape;
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
  private static final Field INSTANCE_ID = Field.required("InstanceId", Kind.TEXT);
  private static final Shape PAGES =
      Shape.of(
          Field.optional("InstanceIds", Kind.TEXTS),
          new Field(
              "Filters",
              Kind.OBJECTS,
              false,
              Shape.of(Field.required("Name", Kind.TEXT), Field.required("Values", Kind.TEXTS))),
          Field.optional("Offset", Kind.INTEGER),
          Field.optional("Limit", Kind.INTEGER));

  private final Store store;
  private final Clock clock;

  MachineActions(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "DescribeRegisterInstances",
        new Operation(PAGES, this::describe),
        "DescribeAutomationAgentStatus",
        new Operation(PAGES, this::agents),
        "ModifyRegisterInstance",
        new Operation(
            Shape.of(INSTANCE_ID, Field.required("InstanceName", Kind.TEXT)), this::modify),
        "DeleteRegisterInstance",
        new Operation(Shape.of(INSTANCE_ID), this::delete));
  }

  private ObjectNode describe(Call call) throws ApiError {
    List<Machine> shown =
        store.machines(call.region()).stream()
            .filter(machine -> call.shows(machine.createdAt()))
            .toList();
    List<Machine> found = MachineFilter.INSTANCES.of(call.parameters(), shown);
    return page(call, found, "RegisterInstanceSet", MachineJson::of);
  }

  private ObjectNode agents(Call call) throws ApiError {
    List<Machine> found = MachineFilter.AGENTS.of(call.parameters(), store.machines(call.region()));
    return page(call, found, "AutomationAgentSet", m -> MachineJson.agent(m, clock.instant()));
  }

  private static ObjectNode page(
      Call call, List<Machine> found, String name, Function<Machine, ObjectNode> show)
      throws ApiError {
    long offset = Limits.number(call.parameters(), "Offset", 0, 0, Long.MAX_VALUE);
    long limit = Limits.number(call.parameters(), "Limit", 20, 1, MOST);
    ObjectNode answer = JSON.objectNode().put("TotalCount", found.size());
    ArrayNode page = answer.putArray(name);
    found.stream().skip(offset).limit(limit).map(show).forEach(page::add);
    return answer;
  }

  /** Inferred: the action's list has no code for an unknown id but this one. */
  private ObjectNode modify(Call call) throws ApiError {
    String id = MachineFilter.id(call.parameters().get("InstanceId").textValue());
    String name = Limits.text(call.parameters(), "InstanceName", LONGEST_NAME);
    if (name.isEmpty()) {
      throw new ApiError(
          "InvalidParameterValue",
          "Invalid parameter value. InstanceName must have 1 to 60 characters.");
    }
    store
        .change(id, call.region(), machine -> machine.named(name, clock.instant()))
        .orElseThrow(() -> MachineFilter.invalidId("There is no `" + id + "` in this region."));
    return JSON.objectNode();
  }

  private ObjectNode delete(Call call) throws ApiError {
    String id = MachineFilter.id(call.parameters().get("InstanceId").textValue());
    store
        .remove(id, call.region())
        .orElseThrow(
            () ->
                new ApiError(
                    "ResourceNotFound.RegisterInstanceNotFoundCode",
                    "Registered instance not found. There is no `" + id + "` in this region."));
    return JSON.objectNode();
  }
}
