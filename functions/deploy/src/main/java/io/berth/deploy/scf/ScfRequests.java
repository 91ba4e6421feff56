// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.contract.text.Json;
import io.berth.deploy.template.DeployableFunction;
import io.berth.deploy.template.FunctionUrl;
import io.berth.deploy.template.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of the calls, with SCF's field names (SCF CreateFunction, UpdateFunctionCode,
 * CreateTrigger and others).
 */
final class ScfRequests {
  private ScfRequests() {}

  static Map<String, Object> identity(DeployableFunction function) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", function.name());
    parameters.put("Namespace", function.namespace());
    return parameters;
  }

  /**
   * @param code the fields of SCF's Code: ZipFile, or where in COS it is
   */
  static Map<String, Object> create(DeployableFunction function, Map<String, Object> code) {
    Map<String, Object> parameters = identity(function);
    parameters.put("Code", code);
    parameters.put("Type", function.type());
    parameters.put("Handler", function.handler());
    parameters.put("Runtime", function.runtime());
    putConfiguration(parameters, function);
    if (!function.vpc().vpcId().isEmpty()) {
      parameters.put("VpcConfig", vpc(function.vpc()));
    }
    if (!function.environment().isEmpty()) {
      parameters.put("Environment", environment(function));
    }
    return parameters;
  }

  /** Also the place to change the handler; the fields of the code stand beside the others here. */
  static Map<String, Object> code(DeployableFunction function, Map<String, Object> code) {
    Map<String, Object> parameters = identity(function);
    parameters.put("Handler", function.handler());
    parameters.putAll(code);
    return parameters;
  }

  static Map<String, Object> configuration(DeployableFunction function, CloudFunction there) {
    Map<String, Object> parameters = identity(function);
    putConfiguration(parameters, function);
    if (!there.vpc("VpcId").equals(function.vpc().vpcId())
        || !there.vpc("SubnetId").equals(function.vpc().subnetId())) {
      parameters.put("VpcConfig", vpc(function.vpc()));
    }
    parameters.put("Environment", environment(function));
    return parameters;
  }

  static Map<String, Object> listTriggers(DeployableFunction function) {
    Map<String, Object> parameters = identity(function);
    parameters.put("Offset", 0);
    parameters.put("Limit", 100);
    return parameters;
  }

  /**
   * CreateTrigger and UpdateTrigger take the same fields.
   *
   * @param name of the trigger; the cloud may have given it another than the template did
   */
  static Map<String, Object> trigger(DeployableFunction function, String name) {
    Map<String, Object> parameters = identity(function);
    parameters.put("TriggerName", name);
    parameters.put("Type", "http");
    parameters.put("TriggerDesc", Json.write(description(function.url())));
    parameters.put("Qualifier", "$LATEST");
    parameters.put("Enable", "OPEN");
    return parameters;
  }

  private static void putConfiguration(Map<String, Object> parameters, DeployableFunction f) {
    parameters.put("Description", f.description());
    parameters.put("MemorySize", f.memorySize());
    parameters.put("Timeout", f.timeout());
    parameters.put("InitTimeout", f.initTimeout());
    parameters.put("Role", f.role());
  }

  private static Map<String, Object> vpc(Vpc vpc) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("VpcId", vpc.vpcId());
    fields.put("SubnetId", vpc.subnetId());
    return fields;
  }

  /** SCF clears all variables by one with an empty key; an empty list would leave them. */
  private static Map<String, Object> environment(DeployableFunction function) {
    List<Map<String, Object>> variables = new ArrayList<>();
    function.environment().forEach((key, value) -> variables.add(variable(key, value.reveal())));
    if (variables.isEmpty()) {
      variables.add(variable("", ""));
    }
    return Map.of("Variables", variables);
  }

  private static Map<String, Object> variable(String key, String value) {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("Key", key);
    variable.put("Value", value);
    return variable;
  }

  private static Map<String, Object> description(FunctionUrl url) {
    Map<String, Object> net = new LinkedHashMap<>();
    net.put("EnableIntranet", url.intranet());
    net.put("EnableExtranet", url.extranet());
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("AuthType", url.authType());
    description.put("NetConfig", net);
    description.put("ApiGwCompatible", url.gatewayShape());
    return description;
  }
}
