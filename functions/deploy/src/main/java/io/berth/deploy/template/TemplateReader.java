// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.util.stream.Collectors.toMap;

import io.berth.contract.text.Echo;
import io.berth.yaml.YamlMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a whole template: {@code Globals}, namespaces, and their functions in the order of the
 * file.
 */
final class TemplateReader {
  private static final String NAMESPACE = "TencentCloud::Serverless::Namespace";
  private static final String FUNCTION = "TencentCloud::Serverless::Function";

  /** SCF's limits per region, and per namespace. */
  private static final int MOST_NAMESPACES = 5;

  private static final int MOST_FUNCTIONS = 50;

  /** Parts of AWS SAM's templates that this format does not have. */
  private static final Map<String, String> OTHER_PARTS =
      Map.of(
          "Parameters", otherPart("Parameters", "; write ${NAME} for a variable"),
          "Outputs", otherPart("Outputs", "; deploy prints the URLs"),
          "Conditions", otherPart("Conditions", ""),
          "Metadata", otherPart("Metadata", "; write a comment"));

  /** TCSAM's own list, and InitTimeout as our extension. Events are a function's own. */
  private static final List<String> GLOBALS =
      List.of(
          "CodeUri",
          "Description",
          "Role",
          "Environment",
          "Type",
          "Handler",
          "MemorySize",
          "Runtime",
          "Timeout",
          "InitTimeout");

  private static final Map<String, String> NOT_GLOBAL =
      Map.of(
          "Events", "Events belongs to each function, not into Globals",
          "VpcConfig", "VpcConfig belongs to each function, not into Globals");

  private static final Map<String, String> BELONGS_INSIDE =
      FunctionReader.PROPERTIES.stream()
          .collect(
              toMap(
                  key -> key, key -> key + " belongs inside Properties; indent it below that key"));

  private final YamlMapping template;
  private final FunctionReader functions;

  /**
   * @param directory what the bundles' paths are relative to
   */
  TemplateReader(YamlMapping template, Path directory) {
    this.template = template;
    this.functions = new FunctionReader(directory);
  }

  /** The functions, of which those that cannot be read at all are left out. */
  List<FunctionSpec> read() {
    template.allowOnly(List.of("Globals", "Resources"), OTHER_PARTS);
    template.require("Resources", "write Resources: with a namespace such as default: below it");
    YamlMapping globals = globals();
    List<FunctionSpec> specs =
        template
            .mapping("Resources", "Resources")
            .map(resources -> namespaces(resources, globals))
            .orElse(List.of());
    noteSharedRoles(specs);
    return specs;
  }

  private YamlMapping globals() {
    Optional<YamlMapping> shared =
        template
            .mapping("Globals", "Globals")
            .map(globals -> globals.allowOnly(List.of("Function")))
            .flatMap(globals -> globals.mapping("Function", "Globals.Function"))
            .map(function -> function.allowOnly(GLOBALS, NOT_GLOBAL));
    // An unknown key was named once above; it must not come back in every function.
    return shared
        .map(function -> function.only(GLOBALS))
        .orElseGet(() -> template.empty("Globals"));
  }

  private List<FunctionSpec> namespaces(YamlMapping resources, YamlMapping globals) {
    int count = resources.keys().size();
    if (count == 0) {
      resources.refuse("is empty; write a namespace such as default: below it");
    }
    if (count > MOST_NAMESPACES) {
      resources.refuse("has more than SCF's %d namespaces per region".formatted(MOST_NAMESPACES));
    }
    List<FunctionSpec> specs = new ArrayList<>();
    for (String name : resources.keys()) {
      resources
          .mapping(name, "namespace " + Echo.of(name))
          .ifPresent(namespace -> specs.addAll(namespace(resources, name, namespace, globals)));
    }
    return specs;
  }

  private List<FunctionSpec> namespace(
      YamlMapping resources, String name, YamlMapping namespace, YamlMapping globals) {
    if (namespace.has("Properties") || namespace.text("Type").orElse("").equals(FUNCTION)) {
      resources.mistake(
          name,
          "%s is a function directly under Resources; put it into a namespace such as default:"
              .formatted(Echo.of(name)));
      return List.of();
    }
    ScfNames.check("Namespace", resources, name, 1);
    checkType(namespace, NAMESPACE);
    List<String> names = namespace.keys().stream().filter(key -> !key.equals("Type")).toList();
    if (names.isEmpty()) {
      namespace.refuse("has no function; write one below it");
    }
    if (names.size() > MOST_FUNCTIONS) {
      namespace.refuse("has more than SCF's %d functions".formatted(MOST_FUNCTIONS));
    }
    return names.stream()
        .flatMap(function -> function(name, function, namespace, globals).stream())
        .toList();
  }

  private Optional<FunctionSpec> function(
      String namespace, String name, YamlMapping within, YamlMapping globals) {
    ScfNames.check("Function", within, name, 2);
    if (namespace.length() + name.length() > ScfNames.MOST_TOGETHER) {
      within.mistake(
          name,
          "namespace and function name together are longer than SCF's %d characters"
              .formatted(ScfNames.MOST_TOGETHER));
    }
    return within
        .mapping(name, "function " + Echo.of(name))
        .flatMap(function -> properties(name, function))
        .map(properties -> functions.read(namespace, name, properties.withDefaults(globals)));
  }

  private static Optional<YamlMapping> properties(String name, YamlMapping function) {
    function.allowOnly(List.of("Type", "Properties"), BELONGS_INSIDE);
    checkType(function, FUNCTION);
    function.require("Properties", "write Properties: with Handler, Role and Events below it");
    return function.mapping("Properties", "Properties of " + Echo.of(name));
  }

  private static void checkType(YamlMapping mapping, String type) {
    mapping.require("Type", "write Type: " + type);
    mapping
        .text("Type")
        .filter(given -> !given.equals(type))
        .ifPresent(
            given -> mapping.refuse("Type", "%s must be %s here".formatted(Echo.of(given), type)));
  }

  /** Allowed by SCF, but then each function can do what any of them may. */
  private void noteSharedRoles(List<FunctionSpec> specs) {
    Map<String, String> firstWith = new HashMap<>();
    for (FunctionSpec function : specs) {
      String first = firstWith.putIfAbsent(function.role(), function.name());
      if (first != null && !function.role().isEmpty()) {
        template.note(
            "Resources",
            "%s shares the role %s with %s; a role of its own would keep it to its own action"
                .formatted(function.name(), function.role(), first));
      }
    }
  }

  private static String otherPart(String key, String way) {
    return key + " is not part of this format: a template has Globals and Resources only" + way;
  }
}
