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

/** TCR ModifyInstance, RenewInstance and DeleteInstance. */
final class InstanceChanges {
  private final Registries registries;
  private final RegistryJson json;
  private final Clock clock;

  InstanceChanges(Registries registries, RegistryJson json, Clock clock) {
    this.registries = registries;
    this.json = json;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "ModifyInstance",
        new Operation(
            Shape.of(
                Given.REGISTRY_ID,
                Field.optional("RegistryType", Kind.TEXT),
                Field.optional("DeletionProtection", Kind.BOOLEAN),
                Field.optional("EnableCosVersioning", Kind.BOOLEAN)),
            this::modify),
        "RenewInstance",
        new Operation(
            Shape.of(
                Given.REGISTRY_ID,
                new Field("RegistryChargePrepaid", Kind.OBJECT, true, Charge.PREPAID),
                Field.required("Flag", Kind.INTEGER)),
            this::renew),
        "DeleteInstance",
        new Operation(
            Shape.of(
                Given.REGISTRY_ID,
                Field.optional("DeleteBucket", Kind.BOOLEAN),
                Field.optional("DryRun", Kind.BOOLEAN)),
            this::delete));
  }

  private ObjectNode modify(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    String type = given.path("RegistryType").asText("");
    if (!type.isEmpty() && !CreateInstance.TYPES.contains(type)) {
      throw Refusal.parameter("RegistryType must be basic, standard or premium.");
    }
    registries.change(
        Given.registryId(given),
        call.region(),
        Refusal.TARGET_NOT_FOUND,
        registry -> modified(registry, given, type.isEmpty() ? registry.type() : type));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Inferred: only upwards, and not before the registry runs. */
  private Registry modified(Registry registry, ObjectNode given, String type) throws ApiError {
    if (!json.isRunning(registry)) {
      throw Refusal.denied("The instance is not running.");
    }
    if (CreateInstance.TYPES.indexOf(type) < CreateInstance.TYPES.indexOf(registry.type())) {
      throw Refusal.denied("An instance cannot be changed to a smaller RegistryType.");
    }
    Wishes old = registry.wishes();
    Wishes next =
        new Wishes(
            old.syncTag(),
            old.cosMaz(),
            given.path("EnableCosVersioning").asBoolean(old.cosVersioning()),
            given.path("DeletionProtection").asBoolean(old.deletionProtection()));
    return registry.withType(type).with(next);
  }

  private ObjectNode renew(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    long flag = given.get("Flag").longValue();
    if (flag != 0 && flag != 1) {
      throw Refusal.parameter("Flag must be 0 (renew) or 1 (from postpaid to prepaid).");
    }
    Charge charge = Charge.prepaid(given.get("RegistryChargePrepaid"), clock.instant());
    Registry renewed =
        registries.change(
            Given.registryId(given),
            call.region(),
            Refusal.TARGET_NOT_FOUND,
            registry -> registry.with(charged(registry.charge(), flag == 1, charge)));
    return JsonNodeFactory.instance.objectNode().put("RegistryId", renewed.id());
  }

  /** Inferred: each flag fits one way of paying only. */
  private static Charge charged(Charge old, boolean toPrepaid, Charge given) throws ApiError {
    if (toPrepaid == old.prepaid()) {
      throw Refusal.unsupported(
          old.prepaid() ? "The instance is prepaid already." : "The instance is not prepaid.");
    }
    return toPrepaid ? given : old.renewed(given);
  }

  private ObjectNode delete(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    registries.remove(
        Given.registryId(given),
        call.region(),
        Refusal.NOT_FOUND,
        registry -> deletable(registry, given.path("DryRun").asBoolean(false)));
    return JsonNodeFactory.instance.objectNode();
  }

  private static Registry deletable(Registry registry, boolean dryRun) throws ApiError {
    if (registry.wishes().deletionProtection()) {
      throw Refusal.denied("The instance has deletion protection, turn it off first.");
    }
    if (!registry.contents().namespaces().isEmpty()) {
      throw Refusal.denied("please delete namespace or repository first");
    }
    if (dryRun) {
      throw new ApiError(
          "DryRunOperation",
          "The operation would have succeeded, but the DryRun parameter was used.");
    }
    return registry;
  }
}
