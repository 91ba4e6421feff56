// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An action as the table of its parameters and what it does with them. */
public record Operation(Shape table, Body body) implements Action {
  /** What the action does with parameters that fit the table. */
  @FunctionalInterface
  public interface Body {
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
