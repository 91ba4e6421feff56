// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Identifiers;
import io.berth.emulator.api.Shape;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** TCR CreateInstance. */
final class CreateInstance implements Action {
  /** From the smallest to the largest. */
  static final List<String> TYPES = List.of("basic", "standard", "premium");

  private static final Shape SHAPE =
      Shape.of(
          Field.required("RegistryName", Kind.TEXT),
          Field.required("RegistryType", Kind.TEXT),
          new Field("TagSpecification", Kind.OBJECT, false, Tags.SHAPE),
          Field.optional("RegistryChargeType", Kind.INTEGER),
          new Field("RegistryChargePrepaid", Kind.OBJECT, false, Charge.PREPAID),
          Field.optional("SyncTag", Kind.BOOLEAN),
          Field.optional("EnableCosMAZ", Kind.BOOLEAN),
          Field.optional("DeletionProtection", Kind.BOOLEAN),
          // Only the Chinese definition has it (2026); clients made from that one may send it.
          Field.optional("EnableCosVersioning", Kind.BOOLEAN));

  private final Registries registries;
  private final Identifiers identifiers;
  private final Clock clock;

  CreateInstance(Registries registries, Identifiers identifiers, Clock clock) {
    this.registries = registries;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(SHAPE);
  }

  @Override
  public void checkValues(Call call) throws ApiError {
    registry(call.region(), call.parameters());
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    Registry registry = registry(call.region(), call.parameters());
    registries.add(registry);
    return JsonNodeFactory.instance.objectNode().put("RegistryId", registry.id());
  }

  private Registry registry(String region, ObjectNode given) throws ApiError {
    String name = given.get("RegistryName").textValue();
    String type = given.get("RegistryType").textValue();
    if (!TYPES.contains(type)) {
      throw Refusal.parameter("RegistryType must be basic, standard or premium.");
    }
    Instant now = clock.instant();
    Charge charge = Charge.of(given, now);
    Optional<Tags> tags = Tags.of(given);
    Optional<Refusal> refused = NameRule.refuses(name);
    if (refused.isPresent()) {
      throw refused.get().error();
    }
    return new Registry(
        "tcr-" + identifiers.lower(8),
        region,
        name,
        type,
        tags,
        charge,
        wishes(given),
        now,
        Contents.EMPTY);
  }

  private static Wishes wishes(ObjectNode given) {
    return new Wishes(
        given.path("SyncTag").asBoolean(false),
        given.path("EnableCosMAZ").asBoolean(false),
        given.path("EnableCosVersioning").asBoolean(false),
        given.path("DeletionProtection").asBoolean(false));
  }
}
