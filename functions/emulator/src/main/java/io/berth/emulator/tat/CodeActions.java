// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

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
import java.util.Set;

/**
 * TAT DisableRegisterCodes and DeleteRegisterCodes: all of the codes or none. Disabling twice is no
 * error (inferred).
 */
final class CodeActions {
  // "The count must be above 0 and below 100."
  private static final int MOST = 99;

  private static final Schema SCHEMA = Schema.of(Field.required("RegisterCodeIds", Type.TEXTS));

  private final RegisterCodeStore store;
  private final Clock clock;

  CodeActions(RegisterCodeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "DisableRegisterCodes", new DeclaredAction(SCHEMA, CodeActions::ids, this::disable),
        "DeleteRegisterCodes", new DeclaredAction(SCHEMA, CodeActions::ids, this::delete));
  }

  private ObjectNode disable(ApiCall call) throws ApiError {
    store.disable(ids(call), call.region(), clock.instant());
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    store.delete(ids(call), call.region());
    return JsonNodeFactory.instance.objectNode();
  }

  private static Set<String> ids(ApiCall call) throws ApiError {
    Set<String> ids = CodeIds.of(call.parameters());
    if (ids.isEmpty()) {
      throw ApiError.missing("RegisterCodeIds");
    }
    if (ids.size() > MOST) {
      throw ParameterLimits.tooLarge("RegisterCodeIds must have fewer than 100 entries.");
    }
    return ids;
  }
}
