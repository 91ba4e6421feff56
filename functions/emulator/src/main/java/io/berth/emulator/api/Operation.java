// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An action as the table of its parameters and what it does with them.
 *
 * @param values refuses values out of their range
 */
public record Operation(Shape table, Values values, Body body) implements Action {
  /** One whose values are looked at when it is carried out. */
  public Operation(Shape table, Body body) {
    this(table, call -> {}, body);
  }

  /** What is wrong with parameters that fit the table, whatever the state. */
  @FunctionalInterface
  public interface Values {
    void check(Call call) throws ApiError;
  }

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
  public void checkValues(Call call) throws ApiError {
    values.check(call);
  }

  @Override
  public ObjectNode call(Call call) throws ApiError {
    return body.run(call);
  }
}
