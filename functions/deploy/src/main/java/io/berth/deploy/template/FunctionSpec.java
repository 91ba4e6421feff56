// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import java.nio.file.Path;
import java.util.List;

/**
 * One function as the template describes it; every value keeps SCF's rules.
 *
 * @param type {@code Event}, or {@code HTTP} for what SCF calls a Web function
 * @param memory in MB
 * @param timeout of one call, in seconds
 * @param initTimeout until the function says that it is ready, in seconds
 * @param code the zip, which exists and was looked into
 */
record FunctionSpec(
    String namespace,
    String name,
    String description,
    String type,
    String handler,
    int memory,
    int timeout,
    int initTimeout,
    String role,
    Vpc vpc,
    Path code,
    List<Variable> variables,
    FunctionUrl url) {
  FunctionSpec {
    variables = List.copyOf(variables);
  }
}
