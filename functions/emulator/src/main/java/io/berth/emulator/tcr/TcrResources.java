// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.ResourceNames;
import java.util.Set;

/**
 * What TCR's actions are about (CAM APIs for Enterprise Edition). Inferred for the actions that are
 * not on that page: the registry that they name, or else all there is.
 */
final class TcrResources {
  private static final String TCR = "tcr";
  private static final String REGISTRY = "instance/";

  private TcrResources() {}

  static Set<String> of(ApiCall call) {
    ObjectNode given = call.parameters();
    String region = call.region();
    return switch (call.action()) {
      case "CheckInstanceName", "DescribeRegions" -> ResourceNames.OPERATION_LEVEL;
      case "DescribeInstances" ->
          ResourceNames.each(TCR, listed(given, region), REGISTRY, given.path("Registryids"));
      case "DescribeInstanceStatus" ->
          ResourceNames.each(TCR, region, REGISTRY, given.path("RegistryIds"));
      case "CreateNamespace", "DescribeNamespaces", "ModifyNamespace", "DeleteNamespace" ->
          Set.of(ResourceNames.of(TCR, region, namespace(given)));
      // CreateInstance has no id yet, so it is about all of them.
      default -> Set.of(ResourceNames.of(TCR, region, REGISTRY + text(given, "RegistryId")));
    };
  }

  /** Inferred: who asks for all regions needs a policy for all of them. */
  private static String listed(ObjectNode given, String region) {
    return given.path("AllRegion").asBoolean(false) ? "*" : region;
  }

  private static String namespace(ObjectNode given) {
    return String.join(
        "/", "repository", RegistryParameters.registryId(given), text(given, "NamespaceName"));
  }

  private static String text(ObjectNode given, String name) {
    String text = given.path(name).asText("");
    return text.isEmpty() ? "*" : text;
  }
}
