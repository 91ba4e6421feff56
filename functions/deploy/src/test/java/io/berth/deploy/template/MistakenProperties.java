// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static io.berth.deploy.template.TemplateText.GOOD;
import static io.berth.deploy.template.TemplateText.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is wrong in the properties of a function. */
final class MistakenProperties {
  private MistakenProperties() {}

  static Stream<Arguments> values() {
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
                + " tcr-create-namespace, tcr-describe-namespaces, tat-create-register-code, tat-describe-register-codes,"
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

  /** With one function only, where a mistake in Globals would show in each. */
  private static String firstOf(String find, String replacement) {
    String yaml = with(find, replacement);
    return yaml.substring(0, yaml.indexOf("    tcr-describe-instances:"));
  }
}
