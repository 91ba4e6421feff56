// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.text.Identifiers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** TCR CreateInstance. */
final class CreateInstanceAction implements ApiAction {
  /** From the smallest to the largest. */
  static final List<String> TYPES = List.of("basic", "standard", "premium");

  private static final Schema SCHEMA =
      Schema.of(
          Field.required("RegistryName", Type.TEXT),
          Field.required("RegistryType", Type.TEXT),
          new Field("TagSpecification", Type.OBJECT, false, Tags.SCHEMA),
          Field.optional("RegistryChargeType", Type.INTEGER),
          new Field("RegistryChargePrepaid", Type.OBJECT, false, Charge.PREPAID),
          Field.optional("SyncTag", Type.BOOLEAN),
          Field.optional("EnableCosMAZ", Type.BOOLEAN),
          Field.optional("DeletionProtection", Type.BOOLEAN),
          // Only the Chinese definition has it (2026); clients made from that one may send it.
          Field.optional("EnableCosVersioning", Type.BOOLEAN));

  private final RegistryStore registries;
  private final Identifiers identifiers;
  private final Clock clock;

  CreateInstanceAction(RegistryStore registries, Identifiers identifiers, Clock clock) {
    this.registries = registries;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(SCHEMA);
  }

  @Override
  public void checkValues(ApiCall call) throws ApiError {
    registry(call.region(), call.parameters());
  }

  @Override
  public ObjectNode call(ApiCall call) throws ApiError {
    StoredRegistry registry = registry(call.region(), call.parameters());
    registries.add(registry);
    return JsonNodeFactory.instance.objectNode().put("RegistryId", registry.id());
  }

  private StoredRegistry registry(String region, ObjectNode given) throws ApiError {
    String type = type(given);
    Instant now = clock.instant();
    Charge charge = Charge.of(given, now);
    Optional<Tags> tags = Tags.of(given);
    String name = name(given);
    return new StoredRegistry(
        "tcr-" + identifiers.lower(8),
        region,
        name,
        type,
        tags,
        charge,
        options(given),
        now,
        RegistryContents.EMPTY);
  }

  private static String type(ObjectNode given) throws ApiError {
    String type = given.get("RegistryType").textValue();
    if (!TYPES.contains(type)) {
      throw TcrRefusal.parameter("RegistryType must be basic, standard or premium.");
    }
    return type;
  }

  private static String name(ObjectNode given) throws ApiError {
    String name = given.get("RegistryName").textValue();
    Optional<TcrRefusal> refused = RegistryNameRule.refuses(name);
    if (refused.isPresent()) {
      throw refused.get().error();
    }
    return name;
  }

  private static RegistryOptions options(ObjectNode given) {
    return new RegistryOptions(
        given.path("SyncTag").asBoolean(false),
        given.path("EnableCosMAZ").asBoolean(false),
        given.path("EnableCosVersioning").asBoolean(false),
        given.path("DeletionProtection").asBoolean(false));
  }
}
