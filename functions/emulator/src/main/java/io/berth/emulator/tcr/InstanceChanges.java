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
import java.util.List;
import java.util.Map;

/** TCR ModifyInstance, RenewInstance and DeleteInstance. */
final class InstanceChanges {
  private static final Schema MODIFY =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          Field.optional("RegistryType", Type.TEXT),
          Field.optional("DeletionProtection", Type.BOOLEAN),
          Field.optional("EnableCosVersioning", Type.BOOLEAN));
  private static final Schema RENEW =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          new Field("RegistryChargePrepaid", Type.OBJECT, true, Charge.PREPAID),
          Field.required("Flag", Type.INTEGER));
  private static final Schema DELETE =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          Field.optional("DeleteBucket", Type.BOOLEAN),
          Field.optional("DryRun", Type.BOOLEAN));

  private final RegistryStore registries;
  private final RegistryJson json;
  private final Clock clock;

  InstanceChanges(RegistryStore registries, RegistryJson json, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "ModifyInstance", new DeclaredAction(MODIFY, this::modify),
        "RenewInstance", new DeclaredAction(RENEW, this::renew),
        "DeleteInstance", new DeclaredAction(DELETE, this::delete));
  }

  private ObjectNode modify(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    String type = given.path("RegistryType").asText("");
    if (!type.isEmpty() && !CreateInstanceAction.TYPES.contains(type)) {
      throw TcrRefusal.parameter("RegistryType must be basic, standard or premium.");
    }
    registries.change(
        RegistryParameters.registryId(given),
        call.region(),
        TcrRefusal.TARGET_NOT_FOUND,
        registry -> modified(registry, given, type.isEmpty() ? registry.type() : type));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Inferred: only upwards, and not before the registry runs. */
  private StoredRegistry modified(StoredRegistry registry, ObjectNode given, String type)
      throws ApiError {
    if (!json.isRunning(registry)) {
      throw TcrRefusal.denied("The instance is not running.");
    }
    List<String> types = CreateInstanceAction.TYPES;
    if (types.indexOf(type) < types.indexOf(registry.type())) {
      throw TcrRefusal.denied("An instance cannot be changed to a smaller RegistryType.");
    }
    return registry.withType(type).with(options(registry.options(), given));
  }

  private static RegistryOptions options(RegistryOptions old, ObjectNode given) {
    return new RegistryOptions(
        old.syncTag(),
        old.cosMaz(),
        given.path("EnableCosVersioning").asBoolean(old.cosVersioning()),
        given.path("DeletionProtection").asBoolean(old.deletionProtection()));
  }

  private ObjectNode renew(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    long flag = given.get("Flag").longValue();
    if (flag != 0 && flag != 1) {
      throw TcrRefusal.parameter("Flag must be 0 (renew) or 1 (from postpaid to prepaid).");
    }
    Charge charge = Charge.prepaid(given.get("RegistryChargePrepaid"), clock.instant());
    StoredRegistry renewed =
        registries.change(
            RegistryParameters.registryId(given),
            call.region(),
            TcrRefusal.TARGET_NOT_FOUND,
            registry -> registry.with(charged(registry.charge(), flag == 1, charge)));
    return JsonNodeFactory.instance.objectNode().put("RegistryId", renewed.id());
  }

  /** Inferred: each flag fits one way of paying only. */
  private static Charge charged(Charge old, boolean toPrepaid, Charge given) throws ApiError {
    if (toPrepaid == old.prepaid()) {
      throw TcrRefusal.unsupported(
          old.prepaid() ? "The instance is prepaid already." : "The instance is not prepaid.");
    }
    return toPrepaid ? given : old.renewed(given);
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    registries.remove(
        RegistryParameters.registryId(given),
        call.region(),
        TcrRefusal.NOT_FOUND,
        registry -> deletable(registry, given.path("DryRun").asBoolean(false)));
    return JsonNodeFactory.instance.objectNode();
  }

  private static StoredRegistry deletable(StoredRegistry registry, boolean dryRun) throws ApiError {
    if (registry.options().deletionProtection()) {
      throw TcrRefusal.denied("The instance has deletion protection, turn it off first.");
    }
    if (!registry.contents().namespaces().isEmpty()) {
      throw TcrRefusal.denied("please delete namespace or repository first");
    }
    if (dryRun) {
      throw new ApiError(
          "DryRunOperation",
          "The operation would have succeeded, but the DryRun parameter was used.");
    }
    return registry;
  }
}
