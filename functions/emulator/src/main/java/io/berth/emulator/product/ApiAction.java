// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Schema;
import java.util.Optional;

/** One action of a product, called after signature, region and rate have been checked. */
@FunctionalInterface
public interface ApiAction {
  /**
   * Carries out the call.
   *
   * @return the fields of {@code Response} without {@code RequestId}, which the protocol adds
   * @throws ApiError when the action refuses; then nothing has changed
   */
  ObjectNode call(ApiCall call) throws ApiError;

  /**
   * Refuses values that no state could make right, such as a number out of its range. It comes
   * before the question whether the caller may do this at all, which comes before {@link #call}.
   */
  default void checkValues(ApiCall call) throws ApiError {}

  /**
   * The parameters this action knows. When present, unknown, mistyped and missing parameters are
   * refused before {@link #call}, and texts of queries and forms arrive as the declared types.
   */
  default Optional<Schema> schema() {
    return Optional.empty();
  }
}
