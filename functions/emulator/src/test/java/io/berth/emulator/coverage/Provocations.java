// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import static io.berth.emulator.TestCloud.codeOf;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.Settings;
import io.berth.emulator.Signed;
import io.berth.emulator.TestCloud;
import io.berth.emulator.tcr.RegistryPace;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** For each error code that an input brings about: that input. */
final class Provocations {
  private static final String UNKNOWN_CODE =
      "{'RegisterCodeIds':['9b5rb72b-418f-4a81-b32e-f8bc80eef678']}";
  private static final String TWICE =
      "{'RegisterCodeIds':['9b5rb72b-418f-4a81-b32e-f8bc80eef678',"
          + "'9b5rb72b-418f-4a81-b32e-f8bc80eef678']}";
  private static final String NO_MACHINE = "'InstanceId':'rins-00000000'";
  private static final String PREPAID =
      ",'RegistryChargePrepaid':{'Period':1,'RenewFlag':0},'Flag':";

  // What each action needs to get as far as the question whether the caller may.
  private static final Map<String, String> FIT =
      Map.of(
          "CreateInstance", "{'RegistryName':'payments','RegistryType':'standard'}",
          "CheckInstanceName", "{'RegistryName':'payments'}",
          "DescribeInstanceStatus", "{'RegistryIds':['tcr-00000000']}",
          "RenewInstance", "{" + Lab.NO_REGISTRY + PREPAID + "0}",
          "ManageExternalEndpoint", "{" + Lab.NO_REGISTRY + ",'Operation':'Create'}",
          "DescribeInstances", "{}");

  private final Map<String, Function<Lab, String>> all = new HashMap<>();
  private final Path folder;

  Provocations(Path folder) {
    this.folder = folder;
    common();
    createInstance();
    instances();
    tokens();
    namespaces();
    endpoint();
    codes();
    machines();
    agent();
  }

  /** What brings the code about; it answers with the code that came. */
  Optional<Function<Lab, String>> of(Coverage.CoverageEntry entry) {
    return Optional.ofNullable(all.get(key(entry.product(), entry.action(), entry.name())))
        .or(() -> general(entry));
  }

  /** The four that every action has. */
  private static Optional<Function<Lab, String>> general(Coverage.CoverageEntry entry) {
    String product = entry.product();
    return switch (entry.name()) {
      case "UnknownParameter" ->
          Optional.of(lab -> codeOf(lab.call(product, entry.action(), "{'Nonsense':1}")));
      case "InvalidParameter" ->
          Optional.of(lab -> codeOf(lab.call(product, entry.action(), "[]")));
      case "MissingParameter" ->
          Optional.of(
              lab -> {
                boolean list = entry.action().equals("DescribeInstances");
                String json = list ? "{'Filters':[{}]}" : "{}";
                return codeOf(lab.call(product, entry.action(), json));
              });
      case "UnauthorizedOperation" -> {
        String action = entry.action().equals("*") ? "DescribeInstances" : entry.action();
        String json = FIT.getOrDefault(action, "{" + Lab.NO_REGISTRY + "}");
        yield Optional.of(lab -> lab.denied(product, action, json));
      }
      default -> Optional.empty();
    };
  }

  private static String key(String product, String action, String code) {
    return product + " " + action + " " + code;
  }

  private void tcr(String action, String code, Function<Lab, String> provocation) {
    all.put(key("tcr", action, code), provocation);
  }

  private void tat(String action, String code, String json) {
    all.put(key("tat", action, code), lab -> lab.tat(action, json));
  }

  private void common() {
    tcr(
        "*",
        "UnsupportedProtocol",
        lab -> lab.send(HttpRequest.newBuilder(lab.cloud.uri()).DELETE()));
    tcr(
        "*",
        "RequestSizeLimitExceeded",
        lab ->
            lab.send(
                HttpRequest.newBuilder(lab.cloud.uri().resolve("/?a=" + "x".repeat(32 * 1024)))));
    tcr("*", "MissingParameter", lab -> lab.send(HttpRequest.newBuilder(lab.cloud.uri())));
    tcr(
        "*",
        "NoSuchVersion",
        lab -> lab.send(lab.describe().setHeader("X-TC-Version", "2018-01-01")));
    tcr("*", "NoSuchProduct", lab -> lab.codeAtHost("cvm.tencentcloudapi.com"));
    tcr("*", "InvalidAction", lab -> lab.tcr("describeinstances", "{}"));
    tcr("*", "InvalidRequest", lab -> lab.send(lab.describe().header("X-TC-Region", "twice")));
    tcr(
        "*",
        "AuthFailure.InvalidAuthorization",
        lab -> lab.send(lab.describe().setHeader("Authorization", "SKIP")));
    tcr("*", "AuthFailure.SecretIdNotFound", lab -> lab.send(signedBy(lab, "AKIDx", "x")));
    tcr(
        "*",
        "AuthFailure.SignatureFailure",
        lab -> lab.send(signedBy(lab, TestCloud.ID, TestCloud.KEY + "x")));
    tcr(
        "*",
        "AuthFailure.TokenFailure",
        lab -> lab.send(lab.describe().header("X-TC-Token", "none")));
    tcr("*", "AuthFailure.SignatureExpire", Provocations::late);
    tcr("*", "InvalidParameterValue", lab -> lab.tcrIn("Mars", "DescribeInstances", "{}"));
    tcr("*", "UnsupportedRegion", lab -> lab.tcrIn("mars-1", "DescribeInstances", "{}"));
    tcr("*", "RequestLimitExceeded", Provocations::hurried);
    tcr("*", "UnknownParameter", lab -> lab.tcr("DescribeInstances", "{'Nonsense':1}"));
    tcr("*", "InvalidParameter", lab -> lab.tcr("DescribeInstances", "{'Limit':'20'}"));
  }

  private static HttpRequest.Builder signedBy(Lab lab, String id, String key) {
    return new Signed(lab.cloud.uri(), id, key)
        .post(lab.cloud.clock.instant(), "DescribeInstances", TestCloud.TCR, "ap-guangzhou", "{}");
  }

  private static String late(Lab lab) {
    HttpRequest.Builder early = lab.describe();
    lab.cloud.clock.advance(Duration.ofSeconds(301));
    return lab.send(early);
  }

  private static String hurried(Lab lab) {
    for (int i = 0; i < 20; i++) {
      lab.tcr("DescribeInstances", "{}");
    }
    return lab.tcr("DescribeInstances", "{}");
  }

  private void createInstance() {
    String action = "CreateInstance";
    tcr(
        action,
        "InvalidParameter",
        lab -> lab.tcr(action, "{'RegistryName':'payments','RegistryType':'gold'}"));
    tcr(
        action,
        "InvalidParameter.ErrorNameExists",
        lab -> {
          lab.create("payments", "");
          return codeOf(lab.create("payments", ""));
        });
    tcr(action, "InvalidParameter.ErrorNameIllegal", lab -> codeOf(lab.create("A", "")));
    tcr(action, "InvalidParameter.ErrorNameReserved", lab -> codeOf(lab.create("tencent", "")));
    tcr(
        action,
        "InvalidParameter.ErrorTagOverLimit",
        lab -> codeOf(lab.create("payments", Lab.tags(11))));
    tcr(action, "InvalidParameter.UnsupportedRegion", lab -> lab.tcrIn("mars-1", action, "{}"));
    tcr(
        action,
        "OperationDenied.QuotaOverLimit",
        lab -> {
          for (int i = 0; i < 10; i++) {
            lab.create("payments-" + i, "");
          }
          return codeOf(lab.create("payments-10", ""));
        });
  }

  private void instances() {
    for (String action : List.of("CheckInstanceName", "CheckInstance", "RenewInstance")) {
      tcr(action, "InvalidParameter.UnsupportedRegion", lab -> lab.tcrIn("mars-1", action, "{}"));
    }
    tcr(
        "ModifyInstance",
        "InternalError.ErrNotExist",
        lab -> lab.tcr("ModifyInstance", "{" + Lab.NO_REGISTRY + "}"));
    tcr(
        "ModifyInstance",
        "OperationDenied",
        lab -> lab.tcr("ModifyInstance", "{" + lab.running("") + ",'RegistryType':'basic'}"));
    tcr(
        "RenewInstance",
        "InternalError.ErrNotExist",
        lab -> lab.tcr("RenewInstance", "{" + Lab.NO_REGISTRY + PREPAID + "0}"));
    tcr(
        "RenewInstance",
        "UnsupportedOperation",
        lab -> lab.tcr("RenewInstance", "{" + lab.pending() + PREPAID + "0}"));
    tcr(
        "DeleteInstance",
        "DryRunOperation",
        lab -> lab.tcr("DeleteInstance", "{" + lab.pending() + ",'DryRun':true}"));
    tcr(
        "DeleteInstance",
        "ResourceNotFound",
        lab -> lab.tcr("DeleteInstance", "{" + Lab.NO_REGISTRY + "}"));
    tcr(
        "DeleteInstance",
        "OperationDenied",
        lab -> lab.tcr("DeleteInstance", "{" + lab.withNamespace() + "}"));
  }

  private void tokens() {
    String code = "ResourceNotFound.TcrResourceNotFound";
    for (String action : List.of("CreateInstanceToken", "DescribeInstanceToken")) {
      tcr(action, code, lab -> lab.tcr(action, "{" + Lab.NO_REGISTRY + "}"));
    }
    for (String action : List.of("ModifyInstanceToken", "DeleteInstanceToken")) {
      String more = action.startsWith("M") ? ",'TokenId':'x','Enable':true}" : ",'TokenId':'x'}";
      tcr(action, code, lab -> lab.tcr(action, "{" + lab.pending() + more));
    }
  }

  private void namespaces() {
    String create = "CreateNamespace";
    String teamA = ",'NamespaceName':'team-a','IsPublic':true";
    tcr(
        create,
        "InvalidParameter.ErrorTcrInvalidParameter",
        lab -> lab.tcr(create, "{" + Lab.NO_REGISTRY + ",'NamespaceName':'A','IsPublic':true}"));
    tcr(
        create,
        "InvalidParameter.ErrorTagOverLimit",
        lab -> lab.tcr(create, "{" + Lab.NO_REGISTRY + teamA + Lab.tags(11) + "}"));
    tcr(
        create,
        "FailedOperation.ErrorTcrResourceConflict",
        lab -> lab.tcr(create, "{" + lab.withNamespace() + teamA + "}"));
    tcr(
        "DescribeNamespaces",
        "ResourceNotFound",
        lab -> lab.tcr("DescribeNamespaces", "{" + Lab.NO_REGISTRY + "}"));
    for (String action : List.of(create, "ModifyNamespace", "DeleteNamespace")) {
      String name = action.startsWith("D") ? ",'NamespaceName':'team-a'}" : teamA + "}";
      tcr(action, "ResourceNotFound", lab -> lab.tcr(action, "{" + Lab.NO_REGISTRY + name));
      tcr(action, "OperationDenied", lab -> lab.tcr(action, "{" + lab.pending() + name));
      if (!action.equals(create)) {
        tcr(
            action,
            "ResourceNotFound.TcrResourceNotFound",
            lab -> lab.tcr(action, "{" + lab.running("") + name));
      }
    }
  }

  private void endpoint() {
    String manage = "ManageExternalEndpoint";
    tcr(
        manage,
        "ResourceNotFound",
        lab -> lab.tcr(manage, "{" + Lab.NO_REGISTRY + ",'Operation':'Create'}"));
    tcr(
        manage,
        "UnsupportedOperation",
        lab -> lab.tcr(manage, "{" + lab.pending() + ",'Operation':'Create'}"));
    tcr(
        "DescribeExternalEndpointStatus",
        "ResourceNotFound",
        lab -> lab.tcr("DescribeExternalEndpointStatus", "{" + Lab.NO_REGISTRY + "}"));
  }

  private void codes() {
    tat("CreateRegisterCode", "InvalidParameter", "{'IpAddressRange':'any'}");
    tat("CreateRegisterCode", "InvalidParameterValue.TooLarge", "{'RegisterLimit':10001}");
    tat("CreateRegisterCode", "InvalidParameterValue.TooSmall", "{'RegisterLimit':0}");
    tat(
        "CreateRegisterCode",
        "InvalidParameterValue.TooLong",
        "{'Description':'" + "x".repeat(129) + "'}");
    all.put(key("tat", "CreateRegisterCode", "LimitExceeded"), lab -> full());
    for (String action :
        List.of("DescribeRegisterCodes", "DisableRegisterCodes", "DeleteRegisterCodes")) {
      tat(action, "InvalidParameterValue.InvalidRegisterCodeId", "{'RegisterCodeIds':['x']}");
      tat(action, "InvalidParameterValue.ParameterKeyDuplicated", TWICE);
      tat(action, "InvalidParameterValue.TooLarge", Lab.codeIds(100));
      tat(action, "ResourceNotFound.RegisterCodesNotFoundCode", UNKNOWN_CODE);
    }
    tat("DescribeRegisterCodes", "InvalidParameterValue.TooLong", Lab.codeIds(101));
    tat("DescribeRegisterCodes", "InvalidParameterValue.TooLarge", "{'Limit':101}");
    tat("DescribeRegisterCodes", "InvalidParameterValue.TooSmall", "{'Offset':-1}");
  }

  private String full() {
    try (TestCloud small = TestCloud.start(folder, new Settings(RegistryPace.DEFAULT, 10, 0))) {
      return small.code(TestCloud.TAT, "CreateRegisterCode", "{}");
    }
  }

  private void machines() {
    for (String action : List.of("DescribeRegisterInstances", "DescribeAutomationAgentStatus")) {
      tat(
          action,
          "InvalidParameterValue.InvalidFilter",
          "{'Filters':[{'Name':'colour','Values':['red']}]}");
      tat(
          action,
          "InvalidParameterValue.InvalidRegisterInstanceId",
          "{'InstanceIds':['nonsense']}");
      tat(action, "InvalidParameterValue.TooLarge", "{'Limit':101}");
      tat(action, "InvalidParameterValue.TooSmall", "{'Limit':0}");
    }
    String modify = "ModifyRegisterInstance";
    tat(modify, "InvalidParameterValue", "{" + NO_MACHINE + ",'InstanceName':''}");
    tat(
        modify,
        "InvalidParameterValue.TooLong",
        "{" + NO_MACHINE + ",'InstanceName':'" + "x".repeat(61) + "'}");
    tat(
        modify,
        "InvalidParameterValue.InvalidRegisterInstanceId",
        "{" + NO_MACHINE + ",'InstanceName':'x'}");
    tat(
        "DeleteRegisterInstance",
        "InvalidParameterValue.InvalidRegisterInstanceId",
        "{'InstanceId':'x'}");
    tat(
        "DeleteRegisterInstance",
        "ResourceNotFound.RegisterInstanceNotFoundCode",
        "{" + NO_MACHINE + "}");
    tat(
        "DescribeQuotas",
        "ResourceUnavailable.InvalidResourceQuotaResourceCode",
        "{'ResourceNames':['INVOKER']}");
  }

  private void onAgent(String code, Function<Lab, String> provocation) {
    all.put(key("agent", "RegisterInstance", code), provocation);
  }

  private void agent() {
    onAgent("InvalidAction", lab -> lab.agent("{'Action':'Nonsense'}"));
    onAgent("InvalidParameter", lab -> lab.agent("[]"));
    onAgent("MissingParameter", lab -> lab.agent("{'Action':'RegisterInstance'}"));
    onAgent(
        "InvalidParameterValue.TooLong",
        lab -> lab.register(lab.agent.code("{}"), "x".repeat(129)));
    onAgent(
        "InvalidRequest",
        lab -> lab.send(lab.agent.request("{}", "").setHeader("Content-Type", "text/plain")));
    onAgent(
        "UnsupportedProtocol",
        lab -> lab.send(HttpRequest.newBuilder(lab.cloud.uri().resolve("/agent"))));
    onAgent(
        "RequestSizeLimitExceeded",
        lab ->
            lab.send(
                lab.agent
                    .request("", "")
                    .POST(BodyPublishers.ofString("x".repeat(1024 * 1024 + 1)))));
    onAgent(
        "IpNotInWhitelist",
        lab -> lab.register(lab.agent.code("{'IpAddressRange':'10.0.0.1'}"), "m-1"));
    onAgent(
        "LimitExceeded",
        lab -> {
          JsonNode code = lab.agent.code("{'RegisterLimit':1}");
          lab.register(code, "m-1");
          return lab.register(code, "m-2");
        });
    onAgent(
        "ResourceNotFound.RegisterCodesNotFoundCode",
        lab -> lab.agent(AgentCalls.body("unknown", "x", "m-1")));
    onAgent(
        "ResourceUnavailable",
        lab -> {
          JsonNode code = lab.agent.code("{'EffectiveTime':1}");
          lab.cloud.clock.advance(Duration.ofHours(1));
          return lab.register(code, "m-1");
        });
  }
}
