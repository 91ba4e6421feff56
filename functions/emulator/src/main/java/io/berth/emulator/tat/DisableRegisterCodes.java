// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Shape;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** TAT DisableRegisterCodes: all of the codes or none. Disabling twice is no error (inferred). */
final class DisableRegisterCodes implements Action {
  // "The count must be above 0 and below 100."
  private static final int MOST = 99;

  private static final Shape SHAPE = Shape.of(Field.required("RegisterCodeIds", Kind.TEXTS));

  private final RegisterCodes codes;
  private final Clock clock;

  DisableRegisterCodes(RegisterCodes codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(SHAPE);
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    Set<String> ids = CodeIds.of(call.parameters());
    if (ids.isEmpty()) {
      throw ApiError.missing("RegisterCodeIds");
    }
    if (ids.size() > MOST) {
      throw Limits.tooLarge("RegisterCodeIds must have fewer than 100 entries.");
    }
    codes.disable(ids, call.region(), clock.instant());
    return JsonNodeFactory.instance.objectNode();
  }
}
