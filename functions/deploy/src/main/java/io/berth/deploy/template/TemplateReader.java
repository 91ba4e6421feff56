// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a whole template: {@code Globals}, namespaces, and their functions in the order of the
 * file.
 */
final class TemplateReader {
  private static final String NAMESPACE = "TencentCloud::Serverless::Namespace";
  private static final String FUNCTION = "TencentCloud::Serverless::Function";
  private static final String NO_SUCH_PART =
      " is not part of this format: a template has Globals and Resources only";

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

  private final Mistakes mistakes;
  private final Mistakes notes;
  private final FunctionReader functions;

  TemplateReader(Path directory, Mistakes mistakes, Mistakes notes) {
    this.mistakes = mistakes;
    this.notes = notes;
    this.functions = new FunctionReader(directory, mistakes, notes);
  }

  List<FunctionSpec> read(Node root) {
    Optional<YamlMap> top = YamlMap.of(root, "the template", YamlText.line(root), mistakes);
    if (top.isEmpty()) {
      return List.of();
    }
    top.get()
        .allowOnly(
            List.of("Globals", "Resources"),
            Map.of(
                "Parameters", "Parameters" + NO_SUCH_PART + "; write ${NAME} for a variable",
                "Outputs", "Outputs" + NO_SUCH_PART + "; deploy prints the URLs",
                "Conditions", "Conditions" + NO_SUCH_PART,
                "Metadata", "Metadata" + NO_SUCH_PART + "; write a comment"));
    top.get().require("Resources", "write Resources: with a namespace such as default: below it");
    YamlMap globals = globals(top.get());
    List<FunctionSpec> read = new ArrayList<>();
    top.get().map("Resources", "Resources").ifPresent(r -> namespaces(r, globals, read));
    noteSharedRoles(top.get(), read);
    return read;
  }

  private YamlMap globals(YamlMap top) {
    Optional<YamlMap> globals = top.map("Globals", "Globals");
    globals.ifPresent(g -> g.allowOnly(List.of("Function"), Map.of()));
    Optional<YamlMap> shared = globals.flatMap(g -> g.map("Function", "Globals.Function"));
    shared.ifPresent(
        s ->
            s.allowOnly(
                GLOBALS,
                Map.of(
                    "Events", "Events belongs to each function, not into Globals",
                    "VpcConfig", "VpcConfig belongs to each function, not into Globals")));
    // An unknown key was named once above; it must not come back in every function.
    return shared.map(s -> s.only(GLOBALS)).orElseGet(() -> YamlMap.empty("Globals", mistakes));
  }

  private void namespaces(YamlMap resources, YamlMap globals, List<FunctionSpec> read) {
    if (resources.keys().isEmpty()) {
      mistakes.add(
          resources.line(), "Resources is empty; write a namespace such as default: below it");
    }
    if (resources.keys().size() > 5) {
      mistakes.add(resources.line(), "Resources has more than SCF's 5 namespaces per region");
    }
    for (String name : resources.keys()) {
      resources
          .map(name, "namespace " + Echo.of(name))
          .ifPresent(namespace -> namespace(name, namespace, globals, read));
    }
  }

  private void namespace(String name, YamlMap namespace, YamlMap globals, List<FunctionSpec> read) {
    if (namespace.has("Properties") || namespace.text("Type").orElse("").equals(FUNCTION)) {
      mistakes.add(
          namespace.line(),
          Echo.of(name)
              + " is a function directly under Resources; put it into a namespace such as default:");
      return;
    }
    ScfNames.check("Namespace", name, 1, namespace.line(), mistakes);
    checkType(namespace, NAMESPACE);
    List<String> names = namespace.keys().stream().filter(key -> !key.equals("Type")).toList();
    if (names.isEmpty()) {
      mistakes.add(namespace.line(), namespace.name() + " has no function; write one below it");
    }
    if (names.size() > 50) {
      mistakes.add(namespace.line(), namespace.name() + " has more than SCF's 50 functions");
    }
    for (String function : names) {
      function(name, function, namespace, globals).ifPresent(read::add);
    }
  }

  private Optional<FunctionSpec> function(
      String namespace, String name, YamlMap within, YamlMap globals) {
    int line = within.line(name);
    ScfNames.check("Function", name, 2, line, mistakes);
    if (namespace.length() + name.length() > ScfNames.MOST_TOGETHER) {
      mistakes.add(
          line, "namespace and function name together are longer than SCF's 118 characters");
    }
    Optional<YamlMap> function = within.map(name, "function " + Echo.of(name));
    if (function.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> ways = new HashMap<>();
    FunctionReader.PROPERTIES.forEach(
        key -> ways.put(key, key + " belongs inside Properties; indent it below that key"));
    function.get().allowOnly(List.of("Type", "Properties"), ways);
    checkType(function.get(), FUNCTION);
    function
        .get()
        .require("Properties", "write Properties: with Handler, Role and Events below it");
    return function
        .get()
        .map("Properties", "Properties of " + Echo.of(name))
        .map(properties -> functions.read(namespace, name, properties.withDefaults(globals)));
  }

  private static void checkType(YamlMap map, String type) {
    map.require("Type", "write Type: " + type);
    map.text("Type")
        .filter(given -> !given.equals(type))
        .ifPresent(
            given -> map.mistake("Type", "Type " + Echo.of(given) + " must be " + type + " here"));
  }

  /** Allowed by SCF, but then each function can do what any of them may. */
  private void noteSharedRoles(YamlMap top, List<FunctionSpec> read) {
    Map<String, String> firstWith = new HashMap<>();
    for (FunctionSpec function : read) {
      String first = firstWith.putIfAbsent(function.role(), function.name());
      if (first != null && !function.role().isEmpty()) {
        notes.add(
            top.line("Resources"),
            function.name()
                + " shares the role "
                + function.role()
                + " with "
                + first
                + "; a role of its own would keep it to its own action");
      }
    }
  }
}
