// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.AgentAction;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.text.AddressRange;
import io.berth.emulator.text.Identifiers;
import java.time.Clock;
import java.util.Optional;

/** The agent's RegisterInstance: a machine uses a register code and gets its {@code rins-} id. */
final class RegisterInstanceAction implements AgentAction {
  // Inferred: the lengths, so that nobody fills the memory without a key.
  private static final int LONGEST = 128;
  private static final int LONGEST_KEY = 4_096;
  private static final Schema SCHEMA =
      Schema.of(
          Field.required("MachineId", Type.TEXT),
          Field.required("ActiveCode", Type.TEXT),
          Field.required("ActiveValue", Type.TEXT),
          Field.optional("PublicKey", Type.TEXT),
          Field.optional("Hostname", Type.TEXT),
          Field.optional("LocalIp", Type.TEXT),
          Field.optional("SystemName", Type.TEXT));

  private final RegisterCodeStore store;
  private final Identifiers identifiers;
  private final Clock clock;

  RegisterInstanceAction(RegisterCodeStore store, Identifiers identifiers, Clock clock) {
    this.store = store;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public ObjectNode call(Optional<String> region, String address, ObjectNode given)
      throws ApiError {
    if (!AddressRange.isAddress(address)) {
      throw new ApiError(
          "InvalidParameter", "Invalid parameter. The client's address must be IPv4.");
    }
    RegisteredMachine machine =
        store.register(
            new RegisterCodeStore.Registration(
                region,
                ParameterLimits.text(given, "ActiveCode", LONGEST),
                ParameterLimits.text(given, "ActiveValue", LONGEST),
                address,
                facts(given)),
            clock.instant(),
            () -> "rins-" + identifiers.lower(8));
    return JsonNodeFactory.instance.objectNode().put("InstanceId", machine.id());
  }

  private static RegisteredMachine.AgentFacts facts(ObjectNode given) throws ApiError {
    String machineId = ParameterLimits.text(given, "MachineId", LONGEST);
    if (machineId.isBlank()) {
      throw ApiError.missing("MachineId");
    }
    return new RegisteredMachine.AgentFacts(
        machineId,
        ParameterLimits.text(given, "Hostname", LONGEST),
        ParameterLimits.text(given, "LocalIp", LONGEST),
        ParameterLimits.text(given, "SystemName", LONGEST),
        ParameterLimits.text(given, "PublicKey", LONGEST_KEY));
  }
}
