// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Echo;
import io.berth.yaml.Alternatives;
import io.berth.yaml.Bounds;
import io.berth.yaml.YamlMapping;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code Properties} of one function. Where a value is wrong it notes the mistake and goes on
 * with any value, so that one run finds everything; a template with mistakes is never used.
 */
final class FunctionReader {
  static final List<String> PROPERTIES =
      List.of(
          "Handler",
          "Runtime",
          "CodeUri",
          "Description",
          "Role",
          "Type",
          "MemorySize",
          "Timeout",
          "InitTimeout",
          "Environment",
          "Events",
          "VpcConfig");
  private static final Bounds MEMORY = new Bounds(64, 3072, "MB");
  private static final Bounds TIMEOUT = new Bounds(1, 900, "seconds");
  private static final Bounds INIT_TIMEOUT = new Bounds(3, 300, "seconds");
  private static final int MEMORY_STEP = 128;
  private static final int MOST_DESCRIPTION = 1000;
  private static final List<String> HANDLERS =
      Arrays.stream(FunctionName.values()).map(FunctionName::wireName).toList();

  private final CodeUriReader code;

  /**
   * @param directory what the bundles' paths are relative to
   */
  FunctionReader(Path directory) {
    this.code = new CodeUriReader(directory);
  }

  FunctionSpec read(String namespace, String name, YamlMapping properties) {
    properties.allowOnly(
        PROPERTIES,
        Map.of("LocalZipFile", "LocalZipFile is what scfcli wrote for itself; use CodeUri"));
    Optional<FunctionName> handler = handler(properties);
    checkRuntime(properties);
    String type = type(properties);
    return new FunctionSpec(
        namespace,
        name,
        description(properties),
        type,
        handler.map(FunctionName::wireName).orElse(""),
        memory(properties),
        timeout(properties),
        properties.wholeNumber("InitTimeout", INIT_TIMEOUT).orElse(65),
        role(name, properties),
        VpcReader.read(properties),
        code.read(properties, type),
        EnvironmentReader.read(properties, handler),
        EventsReader.read(properties));
  }

  private static Optional<FunctionName> handler(YamlMapping properties) {
    properties.require(
        "Handler", "name the function of the bundle: " + String.join(", ", HANDLERS));
    Optional<String> given = properties.text("Handler");
    Optional<FunctionName> handler = given.flatMap(FunctionName::of);
    if (given.isPresent() && handler.isEmpty()) {
      properties.refuse(
          "Handler",
          "%s is not in the bundle%s"
              .formatted(Echo.of(given.get()), Alternatives.of(given.get(), HANDLERS)));
    }
    return handler;
  }

  private static void checkRuntime(YamlMapping properties) {
    properties.require("Runtime", "write Runtime: CustomRuntime");
    Optional<String> other =
        properties.text("Runtime").filter(runtime -> !runtime.equals("CustomRuntime"));
    other.ifPresent(
        runtime ->
            properties.refuse(
                "Runtime",
                "%s %s; write Runtime: CustomRuntime"
                    .formatted(Echo.of(runtime), whyNot(runtime))));
  }

  private static String whyNot(String runtime) {
    return runtime.regionMatches(true, 0, "java", 0, 4)
        ? "is SCF's own Java, which is 8 or 11; the bundle is built for 17 and brings its own"
        : "cannot run the bundle";
  }

  private static String type(YamlMapping properties) {
    String type = properties.text("Type").orElse("Event");
    if (!type.equals("Event") && !type.equals("HTTP")) {
      properties.refuse(
          "Type",
          "%s must be Event, or HTTP for a Web function; a Function URL stands under Events"
              .formatted(Echo.of(type)));
    }
    return type;
  }

  private static String description(YamlMapping properties) {
    String description = properties.text("Description").orElse("");
    if (description.length() > MOST_DESCRIPTION) {
      properties.refuse(
          "Description",
          "has %d characters; SCF takes %d".formatted(description.length(), MOST_DESCRIPTION));
    }
    return description;
  }

  private static int memory(YamlMapping properties) {
    properties.require("MemorySize", "write MemorySize: 512 (MB)");
    int given = properties.wholeNumber("MemorySize", MEMORY).orElse(MEMORY.least());
    if (given != MEMORY.least() && given % MEMORY_STEP != 0) {
      int next = Math.min(MEMORY.most(), (given / MEMORY_STEP + 1) * MEMORY_STEP);
      properties.refuse(
          "MemorySize",
          "%d is not 64 or 128 to 3072 MB in steps of 128; use %d".formatted(given, next));
    }
    return given;
  }

  private static int timeout(YamlMapping properties) {
    properties.require("Timeout", "SCF's own default of 3 s is too short: write Timeout: 30");
    return properties.wholeNumber("Timeout", TIMEOUT).orElse(3);
  }

  private static String role(String name, YamlMapping properties) {
    properties.require(
        "Role", "name the CAM role that may call only this function's action: Role: berth-" + name);
    Optional<String> role = properties.text("Role");
    if (role.isPresent() && !role.get().matches("[A-Za-z0-9+=,.@_-]{1,128}")) {
      properties.refuse(
          "Role",
          "%s must be a CAM role's name: 1 to 128 letters, digits and + = , . @ - _"
              .formatted(Echo.of(role.get())));
    }
    return role.orElse("");
  }
}
