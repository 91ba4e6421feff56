// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Schema;
import java.util.Optional;

/** One call that only the agent of a machine makes. */
public interface AgentAction {
  /** Its parameters; unknown ones are ignored, as newer agents may send more. */
  Schema schema();

  /**
   * Carries it out.
   *
   * @param region what the Host names; empty when it names none
   * @param address the public IPv4 address the machine calls from
   */
  ObjectNode call(Optional<String> region, String address, ObjectNode parameters) throws ApiError;
}
