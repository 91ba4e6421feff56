// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Shape;
import java.util.Optional;

/** TCR CheckInstanceName: whether a name could be given to a new registry. */
final class CheckInstanceName implements Action {
  private static final Shape SHAPE = Shape.of(Field.required("RegistryName", Field.Kind.TEXT));

  private final Registries registries;

  CheckInstanceName(Registries registries) {
    this.registries = registries;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(SHAPE);
  }

  @Override
  public ObjectNode call(Call call) {
    int detail = detail(call.parameters().get("RegistryName").textValue());
    return JsonNodeFactory.instance
        .objectNode()
        .put("IsValidated", detail == 0)
        .put("DetailCode", detail);
  }

  /** 0 fine, 1 illegal, 2 reserved, 3 exists. */
  private int detail(String name) {
    Optional<Refusal> refused = NameRule.refuses(name);
    if (refused.isPresent()) {
      return refused.get() == Refusal.NAME_ILLEGAL ? 1 : 2;
    }
    return registries.exists(name) ? 3 : 0;
  }
}
