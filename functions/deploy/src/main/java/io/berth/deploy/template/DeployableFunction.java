// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One function, ready for SCF: the template's values with the environment filled in. Field names
 * and units are those of SCF's CreateFunction.
 *
 * @param environment its variables, without those that came out empty
 */
public record DeployableFunction(
    String namespace,
    String name,
    String description,
    String type,
    String handler,
    int memorySize,
    int timeout,
    int initTimeout,
    String role,
    Vpc vpc,
    Path code,
    Map<String, Secret> environment,
    FunctionUrl url) {
  public DeployableFunction {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** The one runtime that Berth's bundle runs on. */
  public String runtime() {
    return "CustomRuntime";
  }
}
