// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

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
import java.util.Map;

/** TCR ManageExternalEndpoint and DescribeExternalEndpointStatus. */
final class EndpointActions {
  private final Registries registries;
  private final RegistryJson json;
  private final Pace pace;
  private final Clock clock;

  EndpointActions(Registries registries, RegistryJson json, Pace pace, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.pace = pace;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "ManageExternalEndpoint",
        new Operation(
            Shape.of(Given.REGISTRY_ID, Field.required("Operation", Kind.TEXT)), this::manage),
        "DescribeExternalEndpointStatus",
        new Operation(Shape.of(Given.REGISTRY_ID), this::status));
  }

  private ObjectNode manage(Call call) throws ApiError {
    String operation = call.parameters().get("Operation").textValue();
    if (!operation.equals("Create") && !operation.equals("Delete")) {
      throw Refusal.parameter("Operation must be Create or Delete.");
    }
    Registry changed =
        registries.change(
            Given.registryId(call.parameters()),
            call.region(),
            Refusal.NOT_FOUND,
            registry -> managed(registry, operation.equals("Create")));
    return JsonNodeFactory.instance.objectNode().put("RegistryId", changed.id());
  }

  private Registry managed(Registry registry, boolean open) throws ApiError {
    if (!json.isRunning(registry)) {
      throw Refusal.unsupported("The instance is not running.");
    }
    Contents contents = registry.contents();
    return registry.with(contents.with(contents.endpoint().asked(open, clock.instant())));
  }

  private ObjectNode status(Call call) throws ApiError {
    Registry registry =
        registries
            .find(Given.registryId(call.parameters()), call.region())
            .orElseThrow(Refusal.NOT_FOUND::error);
    return JsonNodeFactory.instance
        .objectNode()
        .put("Status", pace.endpoint(registry.contents().endpoint(), clock.instant()))
        .put("Reason", "");
  }
}
