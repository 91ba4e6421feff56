// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Secret;
import io.berth.yaml.Mistakes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the deployer's environment into one function. */
final class FunctionResolver {
  private final FunctionSpec spec;
  private final Mistakes mistakes;

  FunctionResolver(FunctionSpec spec, Mistakes mistakes) {
    this.spec = spec;
    this.mistakes = mistakes;
  }

  DeployableFunction resolve(Map<String, String> environment) {
    Map<String, Secret> values = new LinkedHashMap<>();
    for (Variable variable : spec.variables()) {
      refuseMissing(variable, environment);
      String value = variable.text().resolve(environment);
      // An empty value, as of ${NAME:-}, leaves the variable out.
      if (!value.isEmpty()) {
        values.put(variable.key(), Secret.of(value));
      }
    }
    checkSize(values);
    ResolvedRules.check(spec, values, mistakes);
    return deployable(values);
  }

  private void refuseMissing(Variable variable, Map<String, String> environment) {
    for (String name : variable.text().missing(environment)) {
      mistakes.add(
          variable.line(),
          "%s takes ${%s}, which is not set; export it, then deploy again"
              .formatted(variable.key(), name));
    }
  }

  private void checkSize(Map<String, Secret> values) {
    int bytes =
        values.entrySet().stream()
            .mapToInt(v -> EnvironmentReader.size(v.getKey(), v.getValue().reveal()))
            .sum();
    if (bytes > EnvironmentReader.MAX_BYTES) {
      int line = spec.variables().get(0).line();
      mistakes.add(line, "filled in, " + EnvironmentReader.tooLarge(bytes));
    }
  }

  private DeployableFunction deployable(Map<String, Secret> values) {
    return new DeployableFunction(
        spec.namespace(),
        spec.name(),
        spec.description(),
        spec.type(),
        spec.handler(),
        spec.memory(),
        spec.timeout(),
        spec.initTimeout(),
        spec.role(),
        spec.vpc(),
        spec.code(),
        values,
        spec.url());
  }
}
