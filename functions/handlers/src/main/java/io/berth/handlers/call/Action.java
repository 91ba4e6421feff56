// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.call;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import java.util.Map;
import java.util.Set;

/**
 * What one function does once a call has passed every check. Stateless: one instance serves all
 * calls, several at once on port 9000.
 *
 * @param <X> its parameters
 */
public interface Action<X extends ApiRequest> {
  /** Which of the five it is. */
  FunctionName function();

  /** The cloud actions it may call: what its role needs, and all that {@link RoleCloud} lets by. */
  Set<FunctionName> calls();

  /** Reads and checks the parameters. */
  Checked<X> read(Map<String, Object> json);

  /** Does it, and says what came of it. */
  Answer perform(X request, Grant grant, RoleCloud cloud);
}
