// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

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
import java.util.Set;

/**
 * TAT DisableRegisterCodes and DeleteRegisterCodes: all of the codes or none. Disabling twice is no
 * error (inferred).
 */
final class CodeActions {
  // "The count must be above 0 and below 100."
  private static final int MOST = 99;

  private static final Shape SHAPE = Shape.of(Field.required("RegisterCodeIds", Kind.TEXTS));

  private final Store store;
  private final Clock clock;

  CodeActions(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "DisableRegisterCodes", new Operation(SHAPE, CodeActions::ids, this::disable),
        "DeleteRegisterCodes", new Operation(SHAPE, CodeActions::ids, this::delete));
  }

  private ObjectNode disable(Call call) throws ApiError {
    store.disable(ids(call), call.region(), clock.instant());
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode delete(Call call) throws ApiError {
    store.delete(ids(call), call.region());
    return JsonNodeFactory.instance.objectNode();
  }

  private static Set<String> ids(Call call) throws ApiError {
    Set<String> ids = CodeIds.of(call.parameters());
    if (ids.isEmpty()) {
      throw ApiError.missing("RegisterCodeIds");
    }
    if (ids.size() > MOST) {
      throw Limits.tooLarge("RegisterCodeIds must have fewer than 100 entries.");
    }
    return ids;
  }
}
