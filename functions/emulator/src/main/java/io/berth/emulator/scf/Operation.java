// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Shape;
import java.util.Optional;

/** An action with the table of its parameters. */
record Operation(Shape table, Body body) implements Action {
  /** What the action does with parameters that fit the table. */
  @FunctionalInterface
  interface Body {
    ObjectNode run(Call call) throws ApiError;
  }

  @Override
  public Optional<Shape> shape() {
    return Optional.of(table);
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    return body.run(call);
  }
}
