// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  // Letters, digits, _; letter first; 2-64 bytes; 4 kB in all (SCF, Environment Variables).
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,63}");
  private static final List<String> RESERVED = List.of("SCF_", "QCLOUD_", "TENCENTCLOUD_");
  private static final int ENVIRONMENT_BYTES = 4096;
  private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");

  private ConfigurationReader() {}

  /** The configuration of a new function, defaults filled in. */
  static FunctionConfiguration create(ObjectNode given) throws ApiError {
    String runtime = FunctionParameters.text(given, "Runtime", "Python2.7");
    if (!runtime.equals(FunctionConfiguration.RUNTIME)) {
      throw new ApiError(
          "InvalidParameterValue.Runtime",
          "The emulator runs CustomRuntime functions only, not "
              + runtime
              + " (which is the default when Runtime is left out).");
    }
    if (!FunctionParameters.text(given, "Type", "Event").equals("Event")) {
      throw FunctionParameters.notPlayed(
          "Type " + FunctionParameters.text(given, "Type", ""), "use Type Event");
    }
    if (FunctionParameters.truth(given, "AsyncRunEnable")) {
      throw FunctionParameters.notPlayed("AsyncRunEnable TRUE", "use FALSE");
    }
    if (given.has("ProtocolType")) {
      throw FunctionParameters.notPlayed("ProtocolType", "leave it out");
    }
    if (!given.has("Handler")) {
      throw ApiError.missing("Handler");
    }
    return update(DEFAULTS, given).withHandler(handler(given));
  }

  /** A configuration with the fields that were given replaced. */
  static FunctionConfiguration update(FunctionConfiguration before, ObjectNode given)
      throws ApiError {
    if (!FunctionParameters.text(given, "Runtime", FunctionConfiguration.RUNTIME)
        .equals(FunctionConfiguration.RUNTIME)) {
      throw new ApiError("InvalidParameterValue.Runtime", "The Runtime of a function is fixed.");
    }
    for (String field : NOT_PLAYED) {
      if (given.has(field) && !given.get(field).isEmpty()) {
        throw FunctionParameters.notPlayed(field, "leave it out");
      }
    }
    return new FunctionConfiguration(
        before.handler(),
        memory(given, before.memoryMb()),
        within(given, "Timeout", 1, 900, before.timeoutSeconds()),
        within(given, "InitTimeout", 3, 300, before.initTimeoutSeconds()),
        environment(given, before.environment()),
        role(given, before.role()),
        FunctionParameters.text(given, "Description", before.description()),
        others(given, before.others()));
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

  private static Map<String, String> environment(ObjectNode given, Map<String, String> before)
      throws ApiError {
    JsonNode variables = given.path("Environment").path("Variables");
    // An empty list changes nothing; to clear all, SCF wants one empty pair.
    if (variables.isEmpty()) {
      return before;
    }
    Map<String, String> all = new LinkedHashMap<>();
    int bytes = 0;
    for (JsonNode variable : variables) {
      String key = variable.path("Key").asText("");
      String value = variable.path("Value").asText("");
      if (!(variables.size() == 1 && key.isEmpty() && value.isEmpty())) {
        checkKey(key, value, all);
        all.put(key, value);
        bytes += utf8(key) + utf8(value);
      }
    }
    if (bytes > ENVIRONMENT_BYTES) {
      throw new ApiError(
          "InvalidParameterValue.EnvironmentExceededLimit",
          "The environment variables have " + bytes + " bytes; 4096 are allowed in all.");
    }
    return all;
  }

  private static void checkKey(String key, String value, Map<String, String> earlier)
      throws ApiError {
    String upper = key.toUpperCase(Locale.ROOT);
    if (RESERVED.stream().anyMatch(upper::startsWith)) {
      throw new ApiError(
          "InvalidParameterValue.EnvironmentSystemProtect",
          "The variable "
              + key
              + " is reserved: SCF_, QCLOUD_ and TENCENTCLOUD_ are the system's.");
    }
    if (!KEY.matcher(key).matches()) {
      throw new ApiError(
          "InvalidParameterValue.Environment",
          "A variable's key must have 2 to 64 letters, digits or _ and begin with a letter.");
    }
    if (earlier.containsKey(key) || value.indexOf('\0') >= 0) {
      throw new ApiError(
          "InvalidParameterValue.Environment",
          "The variable " + key + " is there twice or has a NUL in its value.");
    }
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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
