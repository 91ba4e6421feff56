// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.pipeline;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import java.util.Map;
import java.util.Set;

/**
 * All that is one function's own: what it may call, how it reads its parameters, and what it does
 * once a call has passed every check. Stateless: one instance serves all calls, several at once on
 * port 9000.
 *
 * @param <X> its parameters
 */
public interface Action<X extends ApiRequest> {
  /** Which one it is. */
  FunctionName function();

  /** What it does, for whoever may not, such as {@code create registries}. */
  String verb();

  /** The cloud actions it may call: what its role needs, and all that {@link RoleCloud} lets by. */
  Set<FunctionName> calls();

  /** Reads and checks the parameters. */
  Checked<X> read(Map<String, Object> json);

  /** Does it, and says what came of it. */
  FunctionAnswer perform(X request, Principal principal, RoleCloud cloud);
}
