// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A template for each kind of mistake, and the one line that somebody reads about it. */
final class Mistaken {
  private Mistaken() {}

  /** What it is called, the template, the line. */
  static Stream<Arguments> all() {
    return Stream.of(structure(), counts(), values(), environment(), events(), text())
        .flatMap(x -> x);
  }

  private static Stream<Arguments> structure() {
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

  private static Stream<Arguments> counts() {
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
  private static Stream<Arguments> text() {
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

  /** With one function only, where a mistake in Globals would show in each. */
  private static String firstOf(String find, String replacement) {
    String yaml = with(find, replacement);
    return yaml.substring(0, yaml.indexOf("    tcr-describe-instances:"));
  }

  private static String bomb() {
    String twentyOne = "*a, ".repeat(21);
    return with("creates", "&a creates")
        .replace("Role: berth-describe", "Role: [" + twentyOne + "]");
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "runtime missing",
            firstOf("    Runtime: CustomRuntime\n", ""),
            "template.yaml:12: Runtime is missing in Properties of 'tcr-create-instance'; write Runtime: CustomRuntime"),
        arguments(
            "memory missing",
            firstOf("    MemorySize: 512\n", ""),
            "template.yaml:12: MemorySize is missing in Properties of 'tcr-create-instance'; write MemorySize: 512 (MB)"),
        arguments(
            "memory below the least",
            with("512", "63"),
            "template.yaml:5: MemorySize 63 is outside SCF's 64 to 3072 MB"),
        arguments(
            "timeout missing",
            firstOf("    Timeout: 30\n", ""),
            "template.yaml:12: Timeout is missing in Properties of 'tcr-create-instance'; SCF's own default of 3 s is too short: write Timeout: 30"),
        arguments(
            "init timeout too long",
            with("InitTimeout: 30", "InitTimeout: 301"),
            "template.yaml:7: InitTimeout 301 is outside SCF's 3 to 300 seconds"),
        arguments(
            "code missing in the template",
            firstOf("    CodeUri: code.zip\n", ""),
            "template.yaml:12: CodeUri is missing in Properties of 'tcr-create-instance'; name the bundle: functions/handlers/target/berth-handlers.zip"),
        arguments(
            "code that a terminal would obey",
            with("code.zip", "\"\\e[31mcode.zip\""),
            "template.yaml:4: CodeUri 'U+001B[31mcode.zip' is not a file's path; name the bundle's .zip"),
        arguments(
            "role too long",
            with("berth-create", "r".repeat(129)),
            "template.yaml:16: Role 'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr…' must be a CAM role's name: 1 to 128 letters, digits and + = , . @ - _"),
        arguments(
            "network's id",
            with(
                "        Role:",
                "        VpcConfig: {VpcId: mine, SubnetId: subnet-1}\n        Role:"),
            "template.yaml:16: VpcId 'mine' must be an id of VPC's console, such as vpc-1a2b3c4d"),
        arguments(
            "network's unknown key",
            with(
                "        Role:",
                "        VpcConfig: {VpcId: vpc-1, SubnetId: subnet-1, Zone: a}\n        Role:"),
            "template.yaml:16: unknown key 'Zone' in VpcConfig; there are VpcId, SubnetId"),
        arguments(
            "handler missing",
            with("        Handler: tcr-create-instance\n", ""),
            "template.yaml:13: Handler is missing in Properties of 'tcr-create-instance'; name the"
                + " function of the bundle: tcr-create-instance, tcr-describe-instances,"
                + " tcr-create-namespace, tcr-describe-namespaces,"
                + " tat-create-register-code, tat-describe-register-codes,"
                + " tat-disable-register-codes"),
        arguments(
            "handler not in the bundle",
            with("Handler: tcr-create-instance", "Handler: tcr-create-instances"),
            "template.yaml:15: Handler 'tcr-create-instances' is not in the bundle; did you mean"
                + " tcr-create-instance?"),
        arguments(
            "managed Java",
            with("CustomRuntime", "Java11"),
            "template.yaml:3: Runtime 'Java11' is SCF's own Java, which is 8 or 11; the bundle is"
                + " built for 17 and brings its own; write Runtime: CustomRuntime"),
        arguments(
            "another runtime",
            with("CustomRuntime", "Python3.6"),
            "template.yaml:3: Runtime 'Python3.6' cannot run the bundle; write Runtime:"
                + " CustomRuntime"),
        arguments(
            "memory between the steps",
            with("512", "500"),
            "template.yaml:5: MemorySize 500 is not 64 or 128 to 3072 MB in steps of 128; use 512"),
        arguments(
            "memory out of range",
            with("512", "4096"),
            "template.yaml:5: MemorySize 4096 is outside SCF's 64 to 3072 MB"),
        arguments(
            "memory as text",
            with("512", "\"512\""),
            "template.yaml:5: MemorySize must be a whole number of MB, not '512'"),
        arguments(
            "timeout too long",
            with("Timeout: 30", "Timeout: 901"),
            "template.yaml:6: Timeout 901 is outside SCF's 1 to 900 seconds"),
        arguments(
            "timeout missing",
            with("    Timeout: 30\n", "    Timeout: 0\n"),
            "template.yaml:6: Timeout 0 is outside SCF's 1 to 900 seconds"),
        arguments(
            "init timeout too short",
            with("InitTimeout: 30", "InitTimeout: 2"),
            "template.yaml:7: InitTimeout 2 is outside SCF's 3 to 300 seconds"),
        arguments(
            "timeout with a unit",
            with("Timeout: 30", "Timeout: 30s"),
            "template.yaml:6: Timeout must be a whole number of seconds, not '30s'"),
        arguments(
            "role missing",
            with("        Role: berth-create\n", ""),
            "template.yaml:13: Role is missing in Properties of 'tcr-create-instance'; name the CAM"
                + " role that may call only this function's action: Role: berth-tcr-create-instance"),
        arguments(
            "role's name",
            with("berth-create", "qcs::cam::uin/1:role"),
            "template.yaml:16: Role 'qcs::cam::uin/1:role' must be a CAM role's name: 1 to 128"
                + " letters, digits and + = , . @ - _"),
        arguments(
            "role empty",
            with("berth-create", ""),
            "template.yaml:16: Role is empty; give it a value or leave it out"),
        arguments(
            "function's type Service",
            with("        Role:", "        Type: Service\n        Role:"),
            "template.yaml:16: Type 'Service' must be Event, or HTTP for a Web function; a Function"
                + " URL stands under Events"),
        arguments(
            "code missing",
            with("code.zip", "none.zip"),
            "template.yaml:4: CodeUri none.zip does not exist; build it with ./mvnw package"),
        arguments(
            "code as a jar",
            with("code.zip", "code.jar"),
            "template.yaml:4: CodeUri code.jar must name a .zip; build it with ./mvnw package"),
        arguments(
            "code in COS",
            with("code.zip", "{Bucket: b, Key: k}"),
            "template.yaml:4: CodeUri from COS (Bucket, Key) is not supported; name a local .zip"),
        arguments(
            "web function without its start script",
            with("Handler: tcr-create", "Type: HTTP\n        Handler: tcr-create"),
            "template.yaml:4: CodeUri code.zip has no scf_bootstrap at its root, which SCF starts;"
                + " build it with ./mvnw package"),
        arguments(
            "half a network",
            with("        Role:", "        VpcConfig: {VpcId: vpc-1}\n        Role:"),
            "template.yaml:16: SubnetId is missing in VpcConfig; write SubnetId: subnet-..."),
        arguments(
            "scfcli's own key",
            with("        Role:", "        LocalZipFile: x\n        Role:"),
            "template.yaml:16: LocalZipFile is what scfcli wrote for itself; use CodeUri"),
        arguments(
            "a list for a text",
            with("Description: creates", "Description: [a]"),
            "template.yaml:14: Description must be text, not a list or a mapping"));
  }

  private static Stream<Arguments> environment() {
    return Stream.of(
        arguments(
            "variables missing",
            with(
                "        Environment:\n          Variables:\n            BERTH_CALLERS: ${CALLERS_CREATE}\n            BERTH_REQUIRE_APPROVAL: ${APPROVAL:-true}\n            BERTH_APPROVAL_KEYS: ${KEYS}\n            BERTH_CLOUD_ENDPOINT: ${ENDPOINT:-}\n",
                "        Environment: {}\n"),
            "template.yaml:17: Variables is missing in Environment; write Variables: with the variables below it"),
        arguments(
            "prefix of SCF",
            with("BERTH_CLOUD_ENDPOINT", "SCF_X"),
            "template.yaml:22: variable 'SCF_X' begins with SCF_, which SCF reserves; rename it"),
        arguments(
            "prefix of QCloud",
            with("BERTH_CLOUD_ENDPOINT", "QCLOUD_X"),
            "template.yaml:22: variable 'QCLOUD_X' begins with QCLOUD_, which SCF reserves; rename it"),
        arguments(
            "variable's name of one letter",
            with("BERTH_CLOUD_ENDPOINT", "A"),
            "template.yaml:22: variable 'A' must have 2 to 64 letters, digits and '_' and begin with a letter"),
        arguments(
            "variable's name too long",
            with("BERTH_CLOUD_ENDPOINT", "A".repeat(65)),
            "template.yaml:22: variable 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…' must have 2 to 64 letters, digits and '_' and begin with a letter"),
        arguments(
            "variable's name begins with a digit",
            with("BERTH_CLOUD_ENDPOINT", "1A"),
            "template.yaml:22: variable '1A' must have 2 to 64 letters, digits and '_' and begin with a letter"),
        arguments(
            "variable without a value",
            with("${ENDPOINT:-}", ""),
            "template.yaml:22: BERTH_CLOUD_ENDPOINT is empty; give it a value or leave it out"),
        arguments(
            "default with a reference",
            with("${ENDPOINT:-}", "${ENDPOINT:-${OTHER}}"),
            "template.yaml:22: BERTH_CLOUD_ENDPOINT: a default must be plain text, without a reference of its own"),
        arguments(
            "environment missing",
            GOOD.replace(
                "        Environment:\n          Variables:\n            BERTH_CALLERS: ${CALLERS_DESCRIBE}\n",
                ""),
            "template.yaml:32: Environment is missing in Properties of 'tcr-describe-instances';"
                + " the function needs at least BERTH_CALLERS under Variables"),
        arguments(
            "no callers",
            with("            BERTH_CALLERS: ${CALLERS_CREATE}\n", ""),
            "template.yaml:18: BERTH_CALLERS is missing, so nobody could call the function; write"
                + " BERTH_CALLERS: ${BERTH_CALLERS_TCR_CREATE_INSTANCE}"),
        arguments(
            "no keys for approvals",
            with("            BERTH_APPROVAL_KEYS: ${KEYS}\n", ""),
            "template.yaml:18: BERTH_APPROVAL_KEYS is missing, so no approval could be checked;"
                + " write BERTH_APPROVAL_KEYS: ${BERTH_APPROVAL_KEYS}, or BERTH_REQUIRE_APPROVAL:"
                + " \"false\""),
        arguments(
            "number as a value",
            with("${APPROVAL:-true}", "1"),
            "template.yaml:20: BERTH_REQUIRE_APPROVAL must be text; put quotes around it: \"1\""),
        arguments(
            "truth as a value",
            with("${APPROVAL:-true}", "true"),
            "template.yaml:20: BERTH_REQUIRE_APPROVAL must be text; put quotes around it: \"true\""),
        arguments(
            "reserved prefix",
            with("BERTH_CLOUD_ENDPOINT", "TENCENTCLOUD_X"),
            "template.yaml:22: variable 'TENCENTCLOUD_X' begins with TENCENTCLOUD_, which SCF"
                + " reserves; rename it"),
        arguments(
            "variable's name",
            with("BERTH_CLOUD_ENDPOINT", "MY-NAME"),
            "template.yaml:22: variable 'MY-NAME' must have 2 to 64 letters, digits and '_' and"
                + " begin with a letter"),
        arguments(
            "mistyped variable of ours",
            with("BERTH_CLOUD_ENDPOINT", "BERTH_CLOUD_ENDPOIN"),
            "template.yaml:22: no function reads 'BERTH_CLOUD_ENDPOIN'; did you mean"
                + " BERTH_CLOUD_ENDPOINT?"),
        arguments(
            "reference not closed",
            with("${ENDPOINT:-}", "${ENDPOINT"),
            "template.yaml:22: BERTH_CLOUD_ENDPOINT: ${ is opened and not closed; write ${NAME} or"
                + " ${NAME:-default}"),
        arguments(
            "reference without a name",
            with("${ENDPOINT:-}", "${:-x}"),
            "template.yaml:22: BERTH_CLOUD_ENDPOINT: ${...} must hold the name of an environment"
                + " variable: ${NAME} or ${NAME:-default}"),
        arguments(
            "4 KB",
            with("${ENDPOINT:-}", "x".repeat(4096)),
            "template.yaml:18: the variables take 4174 bytes of SCF's 4096 for names and values"
                + " together; shorten them"),
        arguments(
            "a secret in the file",
            with("${CALLERS_CREATE}", "bot:whsec_AAAA:*"),
            "template.yaml:19: BERTH_CALLERS: a secret stands in the file; export it and write"
                + " ${BERTH_CALLERS} here"),
        arguments(
            "beside Variables",
            with("        Environment:\n", "        Environment:\n          Vars: {}\n"),
            "template.yaml:18: unknown key 'Vars' in Environment; there is Variables"));
  }

  private static Stream<Arguments> events() {
    String urlEvent =
        """
              Events:
                url:
                  Type: HTTP
                  Properties: {AuthType: NONE}
        """
            .indent(2);
    return Stream.of(
        arguments(
            "events empty",
            GOOD.replace(urlEvent, "          Events: {}\n".substring(2)),
            "template.yaml:38: Events is empty, so nobody could call the function; write url: {Type: HTTP, Properties: {AuthType: NONE, NetConfig: {EnableExtranet: true, EnableIntranet: false}}}"),
        arguments(
            "event without its type",
            with("            Type: HTTP\n", ""),
            "template.yaml:24: Type is missing in event 'url'; write Type: HTTP"),
        arguments(
            "event without properties",
            GOOD.replace("            Properties: {AuthType: NONE}\n", ""),
            "template.yaml:39: Properties is missing in event 'url'; write Properties: {AuthType: NONE}"),
        arguments(
            "event's name",
            with("          url:", "          -url:"),
            "template.yaml:24: Event name '-url' (4 characters) must have 1 to 60 letters, digits, '-' and '_', begin with a letter and not end in '-' or '_'"),
        arguments(
            "event's unknown key",
            with("            Type: HTTP\n", "            Type: HTTP\n            Enable: OPEN\n"),
            "template.yaml:26: unknown key 'Enable' in event 'url'; there are Type, Properties"),
        arguments(
            "event that is a text",
            GOOD.replace(
                "          url:\n            Type: HTTP\n            Properties: {AuthType: NONE}\n",
                "          url: HTTP\n"),
            "template.yaml:39: event 'url' must be a mapping: keys with values, indented below it"),
        arguments(
            "cos",
            with("Type: HTTP", "Type: COS"),
            "template.yaml:25: Type COS would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "cmq",
            with("Type: HTTP", "Type: CMQ"),
            "template.yaml:25: Type CMQ would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "ckafka",
            with("Type: HTTP", "Type: Ckafka"),
            "template.yaml:25: Type Ckafka would call the function without a signature, which it refuses; use Type: HTTP, a Function URL"),
        arguments(
            "network's other key",
            with("EnableIntranet: false", "EnableIntranett: false"),
            "template.yaml:28: unknown key 'EnableIntranett' in NetConfig; did you mean EnableIntranet?"),
        arguments(
            "no network named",
            with("{EnableExtranet: true, EnableIntranet: false}", "{}"),
            "template.yaml:28: NetConfig opens neither network; set EnableExtranet or EnableIntranet to true"),
        arguments(
            "shape of events as text",
            with("              Qualifier: $LATEST", "              ApiGwCompatible: \"true\""),
            "template.yaml:29: ApiGwCompatible must be true or false, not 'true'"),
        arguments(
            "URL's unknown key",
            with("              Qualifier: $LATEST", "              Quantifier: $LATEST"),
            "template.yaml:29: unknown key 'Quantifier' in Properties of event 'url'; did you mean Qualifier?"),
        arguments(
            "no events",
            GOOD.replace(urlEvent, ""),
            "template.yaml:32: Events is missing in Properties of 'tcr-describe-instances'; nobody"
                + " could call the function: write url: {Type: HTTP, Properties: {AuthType: NONE,"
                + " NetConfig: {EnableExtranet: true, EnableIntranet: false}}}"),
        arguments(
            "retired gateway",
            with("Type: HTTP", "Type: APIGW"),
            "template.yaml:25: Type APIGW is retired: SCF takes no new API Gateway trigger since"
                + " 2024-07-01; use Type: HTTP, a Function URL"),
        arguments(
            "timer",
            with("Type: HTTP", "Type: Timer"),
            "template.yaml:25: Type Timer would call the function without a signature, which it"
                + " refuses; use Type: HTTP, a Function URL"),
        arguments(
            "unknown event",
            with("Type: HTTP", "Type: Websocket"),
            "template.yaml:25: unknown event Type 'Websocket'; use Type: HTTP, a Function URL"),
        arguments(
            "two Function URLs",
            GOOD
                + "          url2:\n            Type: HTTP\n            Properties: {AuthType: NONE}\n",
            "template.yaml:42: a function has one Function URL; remove this second HTTP event"),
        arguments(
            "how callers prove themselves",
            with("AuthType: NONE", "AuthType: NON"),
            "template.yaml:27: AuthType 'NON' must be NONE (the function checks every signature"
                + " itself) or CAM (cloud key)"),
        arguments(
            "no AuthType",
            with("              AuthType: NONE\n", ""),
            "template.yaml:26: AuthType is missing in Properties of event 'url'; write AuthType:"
                + " NONE; the function checks every signature itself"),
        arguments(
            "no network",
            with("EnableExtranet: true", "EnableExtranet: false"),
            "template.yaml:28: NetConfig opens neither network; set EnableExtranet or"
                + " EnableIntranet to true"),
        arguments(
            "network not true or false",
            with("EnableIntranet: false", "EnableIntranet: no"),
            "template.yaml:28: EnableIntranet must be true or false, not 'no'"),
        arguments(
            "a version",
            with("$LATEST", "$DEFAULT"),
            "template.yaml:29: Qualifier '$DEFAULT' names a version, and deploy publishes none;"
                + " write Qualifier: $LATEST"),
        arguments(
            "web pages",
            with("Qualifier: $LATEST", "CorsConfig: {}"),
            "template.yaml:29: CorsConfig is for web pages, and none may call these functions;"
                + " leave it out"));
  }
}
