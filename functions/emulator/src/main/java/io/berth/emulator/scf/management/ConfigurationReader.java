// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.ScfJson;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads and checks the configuration fields of CreateFunction and UpdateFunctionConfiguration. */
final class ConfigurationReader {
  // Kept and read back; they change nothing on a laptop.
  private static final List<String> KEPT =
      List.of(
          "VpcConfig",
          "PublicNetConfig",
          "ClsLogsetId",
          "ClsTopicId",
          "IntranetConfig",
          "Tags",
          "IgnoreSysLog");
  private static final List<String> SWITCHES =
      List.of(
          "InstallDependency",
          "DnsCache",
          "TraceEnable",
          "L5Enable",
          "AutoCreateClsTopic",
          "AutoDeployClsTopicIndex");
  private static final List<String> NOT_PLAYED =
      List.of("Layers", "DeadLetterConfig", "InstanceConcurrencyConfig", "ProtocolParams");
  private static final FunctionConfiguration DEFAULTS =
      new FunctionConfiguration("", 128, 3, 65, Map.of(), "", "", ScfJson.object());

  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

  private ConfigurationReader() {}

  /** The configuration of a new function, defaults filled in. */
  static FunctionConfiguration create(ObjectNode given) throws ApiError {
    String runtime = FunctionParameters.text(given, "Runtime", "Python2.7");
    if (!runtime.equals(FunctionConfiguration.RUNTIME)) {
      throw new ApiError(
          "InvalidParameterValue.Runtime",
          "The emulator runs CustomRuntime functions only, not %s (which is the default when Runtime is left out)."
              .formatted(runtime));
    }
    refuseOtherForms(given);
    if (!given.has("Handler")) {
      throw ApiError.missing("Handler");
    }
    return update(DEFAULTS, given).withHandler(handler(given));
  }

  private static void refuseOtherForms(ObjectNode given) throws ApiError {
    String type = FunctionParameters.text(given, "Type", "Event");
    if (!type.equals("Event")) {
      throw FunctionParameters.notPlayed("Type " + type, "use Type Event");
    }
    if (FunctionParameters.truth(given, "AsyncRunEnable")) {
      throw FunctionParameters.notPlayed("AsyncRunEnable TRUE", "use FALSE");
    }
    if (given.has("ProtocolType")) {
      throw FunctionParameters.notPlayed("ProtocolType", "leave it out");
    }
  }

  /** A configuration with the fields that were given replaced. */
  static FunctionConfiguration update(FunctionConfiguration before, ObjectNode given)
      throws ApiError {
    refuseUnchangeable(given);
    return new FunctionConfiguration(
        before.handler(),
        memory(given, before.memoryMb()),
        within(given, "Timeout", 1, 900, before.timeoutSeconds()),
        within(given, "InitTimeout", 3, 300, before.initTimeoutSeconds()),
        VariablesReader.read(given, before.environment()),
        role(given, before.role()),
        FunctionParameters.text(given, "Description", before.description()),
        others(given, before.others()));
  }

  private static void refuseUnchangeable(ObjectNode given) throws ApiError {
    String runtime = FunctionParameters.text(given, "Runtime", FunctionConfiguration.RUNTIME);
    if (!runtime.equals(FunctionConfiguration.RUNTIME)) {
      throw new ApiError("InvalidParameterValue.Runtime", "The Runtime of a function is fixed.");
    }
    for (String field : NOT_PLAYED) {
      if (given.has(field) && !given.get(field).isEmpty()) {
        throw FunctionParameters.notPlayed(field, "leave it out");
      }
    }
  }

  /** The handler's name, which CustomRuntime hands on as it is. */
  static String handler(ObjectNode given) throws ApiError {
    String handler = FunctionParameters.text(given, "Handler", "");
    if (handler.length() < 2 || handler.length() > 121 || handler.contains("\n")) {
      throw new ApiError(
          "InvalidParameterValue.Handler", "Handler must have 2 to 121 characters on one line.");
    }
    return handler;
  }

  private static long memory(ObjectNode given, long before) throws ApiError {
    long memory = given.path("MemorySize").asLong(before);
    if (memory != 64 && (memory < 128 || memory > 3072)) {
      throw new ApiError(
          "LimitExceeded.Memory", "MemorySize must be 64, or 128 to 3072 in steps of 128 (MB).");
    }
    if (memory != 64 && memory % 128 != 0) {
      throw new ApiError(
          "InvalidParameterValue.MemorySize",
          "MemorySize must be 64, or 128 to 3072 in steps of 128 (MB).");
    }
    return memory;
  }

  private static long within(ObjectNode given, String field, long least, long most, long before)
      throws ApiError {
    long value = given.path(field).asLong(before);
    if (value < least || value > most) {
      throw new ApiError(
          "LimitExceeded." + field, field + " must be " + least + " to " + most + " seconds.");
    }
    return value;
  }

  private static String role(ObjectNode given, String before) throws ApiError {
    String role = FunctionParameters.text(given, "Role", before);
    if (!role.isEmpty() && !ROLE.matcher(role).matches()) {
      throw new ApiError("ResourceNotFound.Role", "Role is not the name of a role.");
    }
    return role;
  }

  private static ObjectNode others(ObjectNode given, ObjectNode before) throws ApiError {
    ObjectNode kept = before.deepCopy();
    for (String field : KEPT) {
      if (given.has(field)) {
        kept.set(field, given.get(field));
      }
    }
    for (String field : SWITCHES) {
      if (given.has(field)) {
        kept.put(field, FunctionParameters.truth(given, field) ? "TRUE" : "FALSE");
      }
    }
    return kept;
  }
}
