// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.ResourceNames;
import java.util.Set;

/**
 * What TAT's actions are about (CAM, TencentCloud Automation Tools): documented for
 * CreateRegisterCode, DescribeRegisterCodes, DeleteRegisterCodes and DeleteRegisterInstance,
 * inferred from these for the others.
 */
final class TatResources {
  private TatResources() {}

  static Set<String> of(ApiCall call) {
    return switch (call.action()) {
      case "DescribeRegisterCodes", "DisableRegisterCodes", "DeleteRegisterCodes" ->
          each(call, "register-code/", call.parameters().path("RegisterCodeIds"));
      case "DescribeRegisterInstances", "DescribeAutomationAgentStatus" ->
          each(call, "register-instance/", call.parameters().path("InstanceIds"));
      case "ModifyRegisterInstance", "DeleteRegisterInstance" ->
          each(
              call,
              "register-instance/",
              JsonNodeFactory.instance.arrayNode().add(call.parameters().get("InstanceId")));
      default -> ResourceNames.OPERATION_LEVEL;
    };
  }

  private static Set<String> each(ApiCall call, String prefix, JsonNode ids) {
    return ResourceNames.each("tat", call.region(), prefix, ids);
  }
}
