// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.AddressRange;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Identifiers;
import io.berth.emulator.api.Product;
import io.berth.emulator.api.Shape;
import java.time.Clock;
import java.util.Optional;

/** The agent's RegisterInstance: a machine uses a register code and gets its {@code rins-} id. */
final class RegisterInstance implements Product.Agent {
  // Inferred: the lengths, so that nobody fills the memory without a key.
  private static final int LONGEST = 128;
  private static final int LONGEST_KEY = 4_096;
  private static final Shape SHAPE =
      Shape.of(
          Field.required("MachineId", Kind.TEXT),
          Field.required("ActiveCode", Kind.TEXT),
          Field.required("ActiveValue", Kind.TEXT),
          Field.optional("PublicKey", Kind.TEXT),
          Field.optional("Hostname", Kind.TEXT),
          Field.optional("LocalIp", Kind.TEXT),
          Field.optional("SystemName", Kind.TEXT));

  private final Store store;
  private final Identifiers identifiers;
  private final Clock clock;

  RegisterInstance(Store store, Identifiers identifiers, Clock clock) {
    this.store = store;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public ObjectNode call(Optional<String> region, String address, ObjectNode given)
      throws ApiError {
    if (!AddressRange.isAddress(address)) {
      throw new ApiError(
          "InvalidParameter", "Invalid parameter. The client's address must be IPv4.");
    }
    Machine machine =
        store.register(
            new Store.Registration(
                region,
                Limits.text(given, "ActiveCode", LONGEST),
                Limits.text(given, "ActiveValue", LONGEST),
                address,
                facts(given)),
            clock.instant(),
            () -> "rins-" + identifiers.lower(8));
    return JsonNodeFactory.instance.objectNode().put("InstanceId", machine.id());
  }

  private static Machine.Facts facts(ObjectNode given) throws ApiError {
    String machineId = Limits.text(given, "MachineId", LONGEST);
    if (machineId.isBlank()) {
      throw ApiError.missing("MachineId");
    }
    return new Machine.Facts(
        machineId,
        Limits.text(given, "Hostname", LONGEST),
        Limits.text(given, "LocalIp", LONGEST),
        Limits.text(given, "SystemName", LONGEST),
        Limits.text(given, "PublicKey", LONGEST_KEY));
  }
}
