// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Schema;
import java.util.Optional;

/**
 * An action as the schema of its parameters and what it does with them.
 *
 * @param values refuses values out of their range
 */
public record DeclaredAction(Schema parameters, ValueCheck values, ActionBody body)
    implements ApiAction {
  /** One whose values are looked at when it is carried out. */
  public DeclaredAction(Schema parameters, ActionBody body) {
    this(parameters, call -> {}, body);
  }

  /** What is wrong with parameters that fit the schema, whatever the state. */
  @FunctionalInterface
  public interface ValueCheck {
    void check(ApiCall call) throws ApiError;
  }

  /** What the action does with parameters that fit the schema. */
  @FunctionalInterface
  public interface ActionBody {
    ObjectNode run(ApiCall call) throws ApiError;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(parameters);
  }

  @Override
  public void checkValues(ApiCall call) throws ApiError {
    values.check(call);
  }

  @Override
  public ObjectNode call(ApiCall call) throws ApiError {
    return body.run(call);
  }
}
