// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule can look at in a call.
 *
 * @param secretId who signed it; {@code ""} for a machine's agent
 * @param names what the call calls things, e.g. its RegistryName
 */
public record CallAttributes(String action, String region, String secretId, List<String> names) {
  private static final List<String> NAMES =
      List.of("RegistryName", "NamespaceName", "Description", "InstanceName", "FunctionName");

  /** Copies the names. */
  public CallAttributes {
    names = List.copyOf(names);
  }

  /** Those of a call with its parameters as they came. */
  public static CallAttributes of(
      String action, String region, String secretId, ObjectNode parameters) {
    List<String> names =
        NAMES.stream()
            .map(parameters::path)
            .flatMap(value -> value.isTextual() ? Stream.of(value.textValue()) : Stream.empty())
            .toList();
    return new CallAttributes(action, region, secretId, names);
  }
}
