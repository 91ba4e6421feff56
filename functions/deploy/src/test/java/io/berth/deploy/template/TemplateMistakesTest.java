// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.berth.deploy.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake and the exact line that somebody will read about it. */
class TemplateMistakesTest {
  @TempDir Path folder;

  @BeforeEach
  void bundle() throws IOException {
    Bundle.write(folder.resolve("code.zip"));
  }

  @Test
  void findsNothingInATemplateThatIsRight() throws IOException {
    assertThat(linesOf(GOOD)).isEmpty();
    assertThat(read(GOOD).notes()).isEmpty();
    assertThat(read(GOOD).size()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"structure", "values", "environment", "events"})
  void saysWhereAndWhatToDo(String name, String yaml, String line) throws IOException {
    assertThat(linesOf(yaml)).containsExactly(line);
  }

  static Stream<Arguments> structure() {
    return Stream.of(
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

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "handler missing",
            with("        Handler: tcr-create-instance\n", ""),
            "template.yaml:13: Handler is missing in Properties of 'tcr-create-instance'; name the"
                + " function of the bundle: tcr-create-instance, tcr-describe-instances,"
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

  static Stream<Arguments> environment() {
    return Stream.of(
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

  static Stream<Arguments> events() {
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

  @Test
  void saysEverythingAtOnceFromTheTopDown() throws IOException {
    String yaml = with("512", "500").replace("Timeout: 30", "Timeout: 0").replace("NONE", "X");

    assertThat(linesOf(yaml))
        .hasSize(5)
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(line -> Integer.parseInt(line.split(":")[1])));
  }

  @Test
  void takesWhatIsFalsyFromGlobals() throws IOException {
    String yaml =
        with("        Role: berth-create\n", "        Role: berth-create\n        Timeout: 0\n");

    assertThat(linesOf(yaml)).isEmpty();
  }

  @Test
  void doesNotMergeTheEnvironmentOfGlobals() throws IOException {
    String yaml =
        with(
            "    Timeout: 30\n",
            "    Timeout: 30\n    Environment: {Variables: {BERTH_CALLERS: \"${A}\"}}\n");

    assertThat(read(yaml).missing(java.util.Map.of()))
        .containsExactly("CALLERS_CREATE", "KEYS", "CALLERS_DESCRIBE");
  }

  @Test
  void notesARoleThatTwoFunctionsShare() throws IOException {
    assertThat(read(GOOD.replace("berth-describe", "berth-create")).notes())
        .containsExactly(
            new Mistake(
                8,
                "tcr-describe-instances shares the role berth-create with tcr-create-instance; a"
                    + " role of its own would keep it to its own action"));
  }

  @Test
  void notesAnAddressThatNeedsACloudKey() throws IOException {
    assertThat(read(with("AuthType: NONE", "AuthType: CAM")).notes())
        .containsExactly(
            new Mistake(
                27,
                "AuthType CAM asks callers for a cloud key, which Berth's bot and `call` do not"
                    + " have"));
  }

  @Test
  void saysWhenThereIsNoFile() {
    Template template = Template.read(folder.resolve("none.yaml"));

    assertThat(template.mistakes().get(0).in("none.yaml"))
        .isEqualTo("none.yaml: there is no such file; name the template, e.g. check template.yaml");
  }

  private List<String> linesOf(String yaml) throws IOException {
    return read(yaml).mistakes().stream().map(m -> m.in("template.yaml")).toList();
  }

  private Template read(String yaml) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, yaml);
    return Template.read(file);
  }
}
