// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Schema;
import java.util.Optional;

/** TCR CheckInstanceName: whether a name could be given to a new registry. */
final class CheckInstanceNameAction implements ApiAction {
  private static final Schema SCHEMA = Schema.of(Field.required("RegistryName", Field.Type.TEXT));

  private final RegistryStore registries;

  CheckInstanceNameAction(RegistryStore registries) {
    this.registries = registries;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(SCHEMA);
  }

  @Override
  public ObjectNode call(ApiCall call) {
    int detail = detail(call.parameters().get("RegistryName").textValue());
    return JsonNodeFactory.instance
        .objectNode()
        .put("IsValidated", detail == 0)
        .put("DetailCode", detail);
  }

  /** 0 fine, 1 illegal, 2 reserved, 3 exists. */
  private int detail(String name) {
    Optional<TcrRefusal> refused = RegistryNameRule.refuses(name);
    if (refused.isPresent()) {
      return refused.get() == TcrRefusal.NAME_ILLEGAL ? 1 : 2;
    }
    return registries.exists(name) ? 3 : 0;
  }
}
