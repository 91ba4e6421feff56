// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Echo;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
  private static final List<String> HANDLERS =
      Arrays.stream(FunctionName.values()).map(FunctionName::wireName).toList();

  private final Path directory;
  private final Mistakes mistakes;
  private final EnvironmentReader environments;
  private final EventsReader events;
  private final Map<String, List<String>> looked = new HashMap<>();

  FunctionReader(Path directory, Mistakes mistakes, Mistakes notes) {
    this.directory = directory;
    this.mistakes = mistakes;
    this.environments = new EnvironmentReader(mistakes);
    this.events = new EventsReader(mistakes, notes);
  }

  FunctionSpec read(String namespace, String name, YamlMap properties) {
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
        properties.wholeNumber("InitTimeout", 3, 300, "seconds").orElse(65),
        role(name, properties),
        VpcReader.read(properties),
        code(properties, type),
        environments.read(properties, handler),
        events.read(properties));
  }

  private static Optional<FunctionName> handler(YamlMap properties) {
    properties.require(
        "Handler", "name the function of the bundle: " + String.join(", ", HANDLERS));
    Optional<String> given = properties.text("Handler");
    Optional<FunctionName> handler = given.flatMap(FunctionName::of);
    if (given.isPresent() && handler.isEmpty()) {
      properties.mistake(
          "Handler",
          "Handler "
              + Echo.of(given.get())
              + " is not in the bundle"
              + Words.wayOut(given.get(), HANDLERS));
    }
    return handler;
  }

  private static void checkRuntime(YamlMap properties) {
    properties.require("Runtime", "write Runtime: CustomRuntime");
    Optional<String> runtime = properties.text("Runtime");
    if (runtime.isEmpty() || runtime.get().equals("CustomRuntime")) {
      return;
    }
    boolean java = runtime.get().regionMatches(true, 0, "java", 0, 4);
    properties.mistake(
        "Runtime",
        "Runtime "
            + Echo.of(runtime.get())
            + (java
                ? " is SCF's own Java, which is 8 or 11; the bundle is built for 17 and brings its"
                    + " own"
                : " cannot run the bundle")
            + "; write Runtime: CustomRuntime");
  }

  private static String type(YamlMap properties) {
    String type = properties.text("Type").orElse("Event");
    if (!type.equals("Event") && !type.equals("HTTP")) {
      properties.mistake(
          "Type",
          "Type "
              + Echo.of(type)
              + " must be Event, or HTTP for a Web function; a Function URL stands under Events");
    }
    return type;
  }

  private static String description(YamlMap properties) {
    String description = properties.text("Description").orElse("");
    if (description.length() > 1000) {
      properties.mistake(
          "Description", "Description has " + description.length() + " characters; SCF takes 1000");
    }
    return description;
  }

  private static int memory(YamlMap properties) {
    properties.require("MemorySize", "write MemorySize: 512 (MB)");
    OptionalInt memory = properties.wholeNumber("MemorySize", 64, 3072, "MB");
    int given = memory.orElse(64);
    if (given != 64 && given % 128 != 0) {
      int next = Math.min(3072, (given / 128 + 1) * 128);
      properties.mistake(
          "MemorySize",
          "MemorySize " + given + " is not 64 or 128 to 3072 MB in steps of 128; use " + next);
    }
    return given;
  }

  private static int timeout(YamlMap properties) {
    properties.require("Timeout", "SCF's own default of 3 s is too short: write Timeout: 30");
    return properties.wholeNumber("Timeout", 1, 900, "seconds").orElse(3);
  }

  private static String role(String name, YamlMap properties) {
    properties.require(
        "Role", "name the CAM role that may call only this function's action: Role: berth-" + name);
    Optional<String> role = properties.text("Role");
    if (role.isPresent() && !role.get().matches("[A-Za-z0-9+=,.@_-]{1,128}")) {
      properties.mistake(
          "Role",
          "Role "
              + Echo.of(role.get())
              + " must be a CAM role's name: 1 to 128 letters, digits and + = , . @ - _");
    }
    return role.orElse("");
  }

  private Path code(YamlMap properties, String type) {
    properties.require("CodeUri", "name the bundle: functions/handlers/target/berth-handlers.zip");
    if (properties.isMap("CodeUri")) {
      properties.mistake(
          "CodeUri", "CodeUri from COS (Bucket, Key) is not supported; name a local .zip");
      return directory;
    }
    Optional<String> uri = properties.text("CodeUri");
    try {
      if (uri.isPresent() && !uri.get().codePoints().allMatch(Echo::isVisible)) {
        throw new InvalidPathException(uri.get(), "sentences show it as it stands");
      }
      Path zip = directory.resolve(uri.orElse("")).normalize();
      String boot = type.equals("HTTP") ? "scf_bootstrap" : "bootstrap";
      uri.map(given -> look(given, zip, boot))
          .ifPresent(wrong -> wrong.forEach(s -> properties.mistake("CodeUri", s)));
      return zip;
    } catch (InvalidPathException e) {
      properties.mistake(
          "CodeUri",
          "CodeUri " + Echo.of(uri.orElse("")) + " is not a file's path; name the bundle's .zip");
      return directory;
    }
  }

  /** Five functions share one bundle: it is opened once. */
  private List<String> look(String uri, Path zip, String boot) {
    return looked.computeIfAbsent(boot + ":" + uri, key -> CodeZip.check(uri, zip, boot));
  }
}
