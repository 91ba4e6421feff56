// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.cam.BadPolicy;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.signature.Keys;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls under policies, over real connections. */
class CamTest {
  private static final String SCF = "2018-04-16";
  private static final String DENIED = "UnauthorizedOperation";
  private static final String PAYMENTS =
      "{\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";

  @TempDir Path folder;
  private TestCloud cloud;
  private Keys.TemporaryKey role;

  @AfterEach
  void stop() {
    cloud.close();
  }

  private static String allow(String actions, String resource) {
    return "{'effect':'allow','action':[" + actions + "],'resource':['" + resource + "']}";
  }

  /** An emulator in which the role builder has these statements as its policy. */
  private void start(String... statements) {
    String json = "{'version':'2.0','statement':[" + String.join(",", statements) + "]}";
    CamPolicy policy;
    try {
      policy = CamPolicy.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (BadPolicy e) {
      throw new IllegalArgumentException(json, e);
    }
    Permissions permissions = Permissions.ofRoles(Map.of("builder", policy));
    cloud = TestCloud.start(folder, Settings.DEFAULT.withPermissions(permissions));
    role = cloud.roleKey("builder");
  }

  private JsonNode as(String version, String action, String json) {
    return cloud.callAs(role, version, action, json.replace('\'', '"'));
  }

  private String code(String version, String action, String json) {
    return codeOf(as(version, action, json));
  }

  private String create(String name) {
    String json = PAYMENTS.replace("payments", name);
    return cloud.call(TCR, "CreateInstance", json).get("RegistryId").textValue();
  }

  private String createCode() {
    return cloud.call(TAT, "CreateRegisterCode", "{}").get("RegisterCodeId").textValue();
  }

  @Test
  void deniesInTheWordsOfTheCloud_withoutEffect_andWritesItDown() {
    start(allow("'tcr:DescribeInstances'", "*"));

    JsonNode denied = as(TCR, "CreateInstance", PAYMENTS);

    assertThat(codeOf(denied)).isEqualTo(DENIED);
    assertThat(messageOf(denied))
        .isEqualTo(
            "You are not authorized to perform this operation. Check your CAM policies, and ensure"
                + " that you are using the correct access keys. [[request id:"
                + denied.get("RequestId").textValue()
                + "]you are not authorized to perform operation (tcr:CreateInstance)\n"
                + "resource (qcs::tcr:ap-guangzhou:uin/100000000001:instance/*) has no permission\n"
                + "]");
    assertThat(cloud.get("state").get("registries")).isEmpty();
    JsonNode line = cloud.get("requests").get("requests").get(0);
    assertThat(line.get("Action").textValue()).isEqualTo("CreateInstance");
    assertThat(line.get("Code").textValue()).isEqualTo(DENIED);
    assertThat(line.get("SecretId").textValue()).isEqualTo(role.secretId());
    assertThat(code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
  }

  @Test
  void letsTheAccountDoEverythingAndARoleWithoutAPolicyNothing() {
    start(allow("'tcr:*'", "*"));
    Keys.TemporaryKey other = cloud.roleKey("misspelt");
    Keys.TemporaryKey account = cloud.roleKey("account");

    assertThat(cloud.code(TCR, "CreateInstance", PAYMENTS)).isEqualTo("ok");
    for (Keys.TemporaryKey key : new Keys.TemporaryKey[] {other, account}) {
      assertThat(codeOf(cloud.callAs(key, TCR, "DescribeInstances", "{}"))).isEqualTo(DENIED);
    }
  }

  @Test
  void judgesAfterValuesAndBeforeTheState() {
    start(allow("'tcr:DescribeInstances'", "*"));
    create("payments");

    assertThat(code(TCR, "CreateInstance", "{'RegistryName':'payments'}"))
        .isEqualTo("MissingParameter");
    assertThat(code(TCR, "CreateInstance", "{'RegistryName':'A','RegistryType':'basic'}"))
        .isEqualTo("InvalidParameter.ErrorNameIllegal");
    assertThat(code(TCR, "CreateInstance", PAYMENTS)).isEqualTo(DENIED);
    assertThat(code(TAT, "CreateRegisterCode", "{'RegisterLimit':0}"))
        .isEqualTo("InvalidParameterValue.TooSmall");
    assertThat(code(TAT, "DescribeRegisterCodes", "{'Limit':101}"))
        .isEqualTo("InvalidParameterValue.TooLarge");
    assertThat(code(TAT, "DisableRegisterCodes", "{'RegisterCodeIds':['x']}"))
        .isEqualTo("InvalidParameterValue.InvalidRegisterCodeId");
    assertThat(code(TAT, "CreateRegisterCode", "{}")).isEqualTo(DENIED);
  }

  @Test
  void needsEveryRegistryThatACallNames() {
    start(allow("'tcr:Describe*','tcr:DeleteInstance'", "qcs::tcr:::instance/tcr-mine*"));
    String id = create("payments");

    assertThat(code(TCR, "DescribeInstances", "{'Registryids':['tcr-mine1','tcr-mine2']}"))
        .isEqualTo("ok");
    assertThat(
            messageOf(as(TCR, "DescribeInstances", "{'Registryids':['tcr-mine1','" + id + "']}")))
        .contains("resource (qcs::tcr:ap-guangzhou:uin/100000000001:instance/" + id + ") has no");
    assertThat(code(TCR, "DescribeInstanceStatus", "{'RegistryIds':['" + id + "']}"))
        .isEqualTo(DENIED);
    assertThat(code(TCR, "DescribeInstances", "{}")).isEqualTo(DENIED);
    assertThat(code(TCR, "DeleteInstance", "{'RegistryId':'" + id + "'}")).isEqualTo(DENIED);
    assertThat(code(TCR, "DeleteInstance", "{'RegistryId':'tcr-mine1'}"))
        .isEqualTo("ResourceNotFound");
    assertThat(cloud.get("state").get("registries")).hasSize(1);
  }

  @Test
  void needsAllRegionsFromWhoAsksForThem() {
    start(allow("'tcr:DescribeInstances'", "qcs::tcr:ap-guangzhou::instance/*"));

    assertThat(code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
    assertThat(code(TCR, "DescribeInstances", "{'AllRegion':true}")).isEqualTo(DENIED);
  }

  @Test
  void namesANamespaceBehindItsRegistry() {
    start(allow("'tcr:*'", "qcs::tcr:::repository/*/team-*"));
    String id = "'RegistryId':'" + create("payments") + "'";

    assertThat(
            code(TCR, "CreateNamespace", "{" + id + ",'NamespaceName':'team-a','IsPublic':true}"))
        .isEqualTo("OperationDenied");
    assertThat(code(TCR, "CreateNamespace", "{" + id + ",'NamespaceName':'ops','IsPublic':true}"))
        .isEqualTo(DENIED);
    assertThat(code(TCR, "DescribeNamespaces", "{" + id + "}")).isEqualTo(DENIED);
    assertThat(code(TCR, "DescribeRegions", "{}")).isEqualTo(DENIED);
  }

  @Test
  void needsEveryCodeThatACallNamesAndAllOrNothingToCreateOne() {
    start(
        allow("'tat:CreateRegisterCode'", "qcs::tat:::register-code/*"),
        allow("'tat:DisableRegisterCodes'", "qcs::tat:::register-code/9b5rb72b-*"));
    String id = createCode();
    String mine = "9b5rb72b-418f-4a81-b32e-f8bc80eef678";

    assertThat(code(TAT, "CreateRegisterCode", "{}")).isEqualTo(DENIED);
    assertThat(code(TAT, "DescribeRegisterCodes", "{}")).isEqualTo(DENIED);
    assertThat(code(TAT, "DisableRegisterCodes", "{'RegisterCodeIds':['" + mine + "']}"))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(
            messageOf(
                as(
                    TAT,
                    "DisableRegisterCodes",
                    "{'RegisterCodeIds':['" + mine + "','" + id + "']}")))
        .contains("(qcs::tat:ap-guangzhou:uin/100000000001:register-code/" + id + ")");
    assertThat(cloud.get("state").get("registerCodes")).hasSize(1);
    assertThat(cloud.get("state").at("/registerCodes/0/Enabled").booleanValue()).isTrue();
  }

  @Test
  void namesMachinesAndFunctions() {
    start(
        allow("'tat:*'", "qcs::tat:::register-instance/rins-0*"),
        allow("'scf:*'", "qcs::scf:ap-guangzhou::namespace/default/function/mine"));

    assertThat(code(TAT, "DeleteRegisterInstance", "{'InstanceId':'rins-00000000'}"))
        .isEqualTo("ResourceNotFound.RegisterInstanceNotFoundCode");
    assertThat(code(TAT, "DeleteRegisterInstance", "{'InstanceId':'rins-11111111'}"))
        .isEqualTo(DENIED);
    assertThat(code(TAT, "DescribeQuotas", "{'ResourceNames':['COMMAND']}")).isEqualTo(DENIED);
    assertThat(code(SCF, "GetFunction", "{'FunctionName':'mine'}"))
        .isEqualTo("ResourceNotFound.Function");
    assertThat(code(SCF, "GetFunction", "{'FunctionName':'other'}")).isEqualTo(DENIED);
    assertThat(code(SCF, "ListFunctions", "{}")).isEqualTo(DENIED);
  }

  @Test
  void looksAtTheAddressWhereTheActionKnowsIt() {
    String inside = ",'condition':{'ip_equal':{'qcs:ip':'10.0.0.0/8'}}}";
    start(
        allow("'tat:CreateRegisterCode'", "*").replaceFirst("}$", inside),
        allow("'tcr:CreateInstance'", "*").replaceFirst("}$", inside));

    assertThat(codeFrom("10.1.2.3", TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
    assertThat(codeFrom("11.1.2.3", TAT, "CreateRegisterCode", "{}")).isEqualTo(DENIED);
    assertThat(code(TAT, "CreateRegisterCode", "{}")).isEqualTo(DENIED);
    assertThat(codeFrom("10.1.2.3", TCR, "CreateInstance", PAYMENTS)).isEqualTo(DENIED);
    assertThat(codeFrom("::1", TAT, "CreateRegisterCode", "{}")).isEqualTo(DENIED);
  }

  private String codeFrom(String address, String version, String action, String json) {
    HttpRequest.Builder request =
        new Signed(cloud.uri(), role.secretId(), role.secretKey())
            .post(cloud.clock.instant(), action, version, "ap-guangzhou", json)
            .header("X-TC-Token", role.token())
            .header("X-Emulator-Client-Ip", address);
    return codeOf(cloud.send(request.build()));
  }

  @Test
  void holdsSignatureVersion1ToTheSamePolicies() {
    start(allow("'tcr:DescribeInstances'", "*"));
    Signed signed = new Signed(cloud.uri(), role.secretId(), role.secretKey());
    BiFunction<String, Map<String, String>, Map<String, String>> call =
        (action, more) -> {
          Map<String, String> all = new HashMap<>(more);
          all.putAll(
              Map.of(
                  "Action",
                  action,
                  "Version",
                  TCR,
                  "Region",
                  "ap-guangzhou",
                  "Token",
                  role.token()));
          return all;
        };
    Map<String, String> create =
        call.apply("CreateInstance", Map.of("RegistryName", "payments", "RegistryType", "basic"));
    Map<String, String> list = call.apply("DescribeInstances", Map.of());

    assertThat(codeOf(cloud.send(signed.getV1(cloud.clock.instant(), create).build())))
        .isEqualTo(DENIED);
    assertThat(codeOf(cloud.send(signed.formV1(cloud.clock.instant(), create).build())))
        .isEqualTo(DENIED);
    assertThat(codeOf(cloud.send(signed.formV1(cloud.clock.instant(), list).build())))
        .isEqualTo("ok");
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void keepsPermissionsOverAReset() {
    start(allow("'tcr:DescribeInstances'", "*"));

    cloud.admin("POST", "reset", "");

    assertThat(code(TCR, "CreateInstance", PAYMENTS)).isEqualTo(DENIED);
    assertThat(code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
  }

  @Test
  void holdsEveryKeyToTheGeneralPolicy() throws BadPolicy {
    String json = "{'version':'2.0','statement':[" + allow("'tcr:Describe*'", "*") + "]}";
    CamPolicy policy = CamPolicy.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    Permissions permissions = new Permissions(java.util.Optional.of(policy), Map.of());
    cloud = TestCloud.start(folder, Settings.DEFAULT.withPermissions(permissions));
    role = cloud.roleKey("builder");

    assertThat(cloud.code(TCR, "CreateInstance", PAYMENTS)).isEqualTo(DENIED);
    assertThat(code(TCR, "CreateInstance", PAYMENTS)).isEqualTo(DENIED);
    assertThat(cloud.code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
    assertThat(code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
  }
}
