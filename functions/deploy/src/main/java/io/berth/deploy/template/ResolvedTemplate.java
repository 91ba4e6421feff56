// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.yaml.Mistake;
import java.util.List;

/**
 * A template's functions with the deployer's environment put in.
 *
 * @param functions in the order of the file; empty when there is a mistake
 * @param mistakes variables that are not set, and what they make of the rules
 */
public record ResolvedTemplate(List<DeployableFunction> functions, List<Mistake> mistakes) {
  public ResolvedTemplate {
    functions = mistakes.isEmpty() ? List.copyOf(functions) : List.of();
    mistakes = List.copyOf(mistakes);
  }
}
