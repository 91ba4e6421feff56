// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is wrong in the text, its mappings and how many there are. */
final class MistakenStructure {
  private MistakenStructure() {}

  static Stream<Arguments> structure() {
    return Stream.of(
        arguments(
            "unknown key in Globals",
            with("  Function:", "  Api: {}\n  Function:"),
            "template.yaml:2: unknown key 'Api' in Globals; there is Function"),
        arguments(
            "Globals not a mapping",
            "Globals: 3\n" + TemplateText.withoutGlobals(),
            "template.yaml:1: Globals must be a mapping: keys with values, indented below it"),
        arguments(
            "events in Globals",
            with("    Timeout: 30", "    Events: {}\n    Timeout: 30"),
            "template.yaml:6: Events belongs to each function, not into Globals"),
        arguments(
            "function without its type",
            with("      Type: TencentCloud::Serverless::Function\n", ""),
            "template.yaml:11: Type is missing in function 'tcr-create-instance'; write Type: TencentCloud::Serverless::Function"),
        arguments(
            "function without properties",
            GOOD + "    ff:\n      Type: TencentCloud::Serverless::Function\n",
            "template.yaml:42: Properties is missing in function 'ff'; write Properties: with Handler, Role and Events below it"),
        arguments(
            "namespace's type",
            with("Serverless::Namespace", "Serverless::Function"),
            "template.yaml:9: 'default' is a function directly under Resources; put it into a namespace such as default:"),
        arguments(
            "key that is a list",
            GOOD + "? [a]\n: b\n",
            "template.yaml:42: a key must be plain text, not a list or a mapping"),
        arguments(
            "unknown top key",
            GOOD + "Resource: {}\n",
            "template.yaml:42: unknown key 'Resource' in the template; did you mean Resources?"),
        arguments(
            "parameters",
            GOOD + "Parameters: {}\n",
            "template.yaml:42: Parameters is not part of this format: a template has Globals and"
                + " Resources only; write ${NAME} for a variable"),
        arguments(
            "no resources",
            "Globals: {}\n",
            "template.yaml:1: Resources is missing in the template; write Resources: with a"
                + " namespace such as default: below it"),
        arguments(
            "a list at the top",
            "- a\n",
            "template.yaml:1: the template must be a mapping: keys with values, indented below it"),
        arguments(
            "resources empty",
            "Resources:\n",
            "template.yaml:1: Resources must be a mapping: keys with values, indented below it"),
        arguments(
            "unknown key in Globals",
            with("    Timeout: 30\n", "    Timeout: 30\n    Layers: []\n"),
            "template.yaml:7: unknown key 'Layers' in Globals.Function; there are CodeUri,"
                + " Description, Role, Environment, Type, Handler, MemorySize, Runtime, Timeout,"
                + " InitTimeout"),
        arguments(
            "namespace without its type",
            with("    Type: TencentCloud::Serverless::Namespace\n", ""),
            "template.yaml:9: Type is missing in namespace 'default'; write Type:"
                + " TencentCloud::Serverless::Namespace"),
        arguments(
            "namespace's name",
            with("  default:", "  -default-:"),
            "template.yaml:9: Namespace name '-default-' (9 characters) must have 1 to 60 letters,"
                + " digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "function directly under Resources",
            """
            Resources:
              tcr-create-instance:
                Type: TencentCloud::Serverless::Function
                Properties: {}
            """,
            "template.yaml:2: 'tcr-create-instance' is a function directly under Resources; put it"
                + " into a namespace such as default:"),
        arguments(
            "function's type",
            with("Serverless::Function", "Serverless::Funktion"),
            "template.yaml:12: Type 'TencentCloud::Serverless::Funktion' must be"
                + " TencentCloud::Serverless::Function here"),
        arguments(
            "function's name",
            with("tcr-create-instance:", "1-create_:"),
            "template.yaml:11: Function name '1-create_' (9 characters) must have 2 to 60 letters,"
                + " digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "events at the function's level",
            with("      Properties:\n", "      Timeout: 3\n      Properties:\n"),
            "template.yaml:13: Timeout belongs inside Properties; indent it below that key"),
        arguments(
            "mistyped property",
            with("MemorySize: 512", "MemorySize: 512\n    MemorySiz: 512"),
            "template.yaml:6: unknown key 'MemorySiz' in Globals.Function; did you mean"
                + " MemorySize?"),
        arguments(
            "key given twice",
            with("    Timeout: 30\n", "    Timeout: 30\n    Timeout: 40\n"),
            "template.yaml:7: key 'Timeout' is given twice, first on line 6; remove one"));
  }

  static Stream<Arguments> counts() {
    String namespace = GOOD.substring(GOOD.indexOf("  default:"));
    String function = GOOD.substring(GOOD.indexOf("    tcr-describe-instances:"));
    StringBuilder namespaces = new StringBuilder(GOOD);
    for (int i = 1; i <= 5; i++) {
      namespaces.append(namespace.replace("default:", "n" + i + ":"));
    }
    StringBuilder functions = new StringBuilder(GOOD);
    for (int i = 1; i <= 49; i++) {
      functions.append(function.replace("    tcr-describe-instances:", "    another-" + i + ":"));
    }
    return Stream.of(
        arguments(
            "six namespaces",
            namespaces.toString(),
            "template.yaml:8: Resources has more than SCF's 5 namespaces per region"),
        arguments(
            "fifty-one functions",
            functions.toString(),
            "template.yaml:9: namespace 'default' has more than SCF's 50 functions"),
        arguments(
            "two names together",
            with("  default:", "  " + "n".repeat(60) + ":")
                .replace("    tcr-create-instance:", "    " + "f".repeat(60) + ":"),
            "template.yaml:11: namespace and function name together are longer than SCF's 118"
                + " characters"),
        arguments(
            "function's name of one character",
            with("    tcr-create-instance:", "    f:"),
            "template.yaml:11: Function name 'f' (1 characters) must have 2 to 60 letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "function's name too long",
            with("    tcr-create-instance:", "    " + "f".repeat(61) + ":"),
            "template.yaml:11: Function name 'ffffffffffffffffffffffffffffffffffffffff…' (61 characters) must have 2 to 60 letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "namespace's name too long",
            with("  default:", "  " + "n".repeat(61) + ":"),
            "template.yaml:9: Namespace name 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…' (61 characters) must have 1 to 60 letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "namespace without functions",
            GOOD + "  empty:\n    Type: TencentCloud::Serverless::Namespace\n",
            "template.yaml:42: namespace 'empty' has no function; write one below it"),
        arguments(
            "no namespaces",
            "Resources: {}\n",
            "template.yaml:1: Resources is empty; write a namespace such as default: below it"),
        arguments(
            "description too long",
            with("Description: creates", "Description: " + "d".repeat(1001)),
            "template.yaml:14: Description has 1001 characters; SCF takes 1000"));
  }

  /** What no YAML reader would take, or what ours does not. */
  static Stream<Arguments> text() {
    return Stream.of(
        arguments(
            "tab",
            with("    MemorySize: 512", "\tMemorySize: 512"),
            "template.yaml:5: a tab in the indentation; YAML allows spaces only, so replace it by spaces"),
        arguments(
            "bracket not closed",
            with("false}", "false"),
            "template.yaml:29: not YAML: expected ',' or '}', but got : while parsing a flow mapping at column 24; correct it here"),
        arguments(
            "unknown alias",
            with("512", "*memory"),
            "template.yaml:5: not YAML: found undefined alias memory at column 17; correct it here"),
        arguments(
            "second document",
            GOOD + "---\n" + GOOD,
            "template.yaml:42: a second document begins here; a template is one document, so remove ---"),
        arguments(
            "control character",
            with("creates", "cre\u0007ates"),
            "template.yaml:14: the character U+0007 is not allowed in YAML; remove it"),
        arguments(
            "empty file",
            "",
            "template.yaml:1: the file is empty; it needs Resources with a namespace and its functions"),
        arguments(
            "only comments",
            "# nothing\n",
            "template.yaml:1: the file is empty; it needs Resources with a namespace and its functions"),
        arguments(
            "nested too deep",
            with("creates", "[".repeat(30) + "]".repeat(30)),
            "template.yaml:14: nested deeper than 20 levels; a template needs eight"),
        arguments(
            "more than a megabyte",
            GOOD + "#".repeat(1024 * 1024),
            "template.yaml: the file is larger than 1 MB; a template is a few hundred lines"),
        arguments(
            "anchors bomb",
            bomb(),
            "template.yaml:34: more than 20 aliases (*name); write the values out, or put shared ones into Globals.Function"));
  }

  private static String bomb() {
    String twentyOne = "*a, ".repeat(21);
    return with("creates", "&a creates")
        .replace("Role: berth-describe", "Role: [" + twentyOne + "]");
  }
}
