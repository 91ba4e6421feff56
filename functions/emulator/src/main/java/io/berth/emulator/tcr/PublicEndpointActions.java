// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

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
import java.util.Map;

/** TCR ManageExternalEndpoint and DescribeExternalEndpointStatus. */
final class PublicEndpointActions {
  private final RegistryStore registries;
  private final RegistryJson json;
  private final RegistryPace pace;
  private final Clock clock;

  PublicEndpointActions(
      RegistryStore registries, RegistryJson json, RegistryPace pace, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.pace = pace;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "ManageExternalEndpoint",
        new DeclaredAction(
            Schema.of(RegistryParameters.REGISTRY_ID, Field.required("Operation", Type.TEXT)),
            this::manage),
        "DescribeExternalEndpointStatus",
        new DeclaredAction(Schema.of(RegistryParameters.REGISTRY_ID), this::status));
  }

  private ObjectNode manage(ApiCall call) throws ApiError {
    String operation = call.parameters().get("Operation").textValue();
    if (!operation.equals("Create") && !operation.equals("Delete")) {
      throw TcrRefusal.parameter("Operation must be Create or Delete.");
    }
    StoredRegistry changed =
        registries.change(
            RegistryParameters.registryId(call.parameters()),
            call.region(),
            TcrRefusal.NOT_FOUND,
            registry -> managed(registry, operation.equals("Create")));
    return JsonNodeFactory.instance.objectNode().put("RegistryId", changed.id());
  }

  private StoredRegistry managed(StoredRegistry registry, boolean open) throws ApiError {
    if (!json.isRunning(registry)) {
      throw TcrRefusal.unsupported("The instance is not running.");
    }
    RegistryContents contents = registry.contents();
    return registry.with(contents.with(contents.endpoint().asked(open, clock.instant())));
  }

  private ObjectNode status(ApiCall call) throws ApiError {
    StoredRegistry registry =
        registries
            .find(RegistryParameters.registryId(call.parameters()), call.region())
            .orElseThrow(TcrRefusal.NOT_FOUND::error);
    return JsonNodeFactory.instance
        .objectNode()
        .put("Status", pace.endpoint(registry.contents().endpoint(), clock.instant()))
        .put("Reason", "");
  }
}
