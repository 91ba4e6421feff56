// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.berth.emulator.TestCloud;
import io.berth.emulator.scf.platform.ScfJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SCF through Tencent's own client (tencentcloud-sdk-java-common): the fields of every answer and
 * their types, as lists that a change of ours would break. They follow SCF 2018-04-16, Output
 * Parameters.
 */
class OfficialSdkScfTest {
  private static final byte[] ZIP = Zips.probe("1");

  private static final String TRIGGER =
      """
      AddTime text
      AvailableStatus text
      BindStatus text
      CustomArgument text
      Description text
      Enable integer
      ModTime text
      Qualifier text
      ResourceId text
      TriggerAttribute text
      TriggerDesc text
      TriggerName text
      Type text
      """;

  @TempDir Path folder;
  private TestCloud cloud;
  private CommonClient scf;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    // The client stamps with the machine's clock, so the emulator has to follow it.
    cloud.clock.advance(Duration.between(cloud.clock.instant(), Clock.systemUTC().instant()));
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint("127.0.0.1:" + cloud.uri().getPort());
    http.setReadTimeout(20);
    scf =
        new CommonClient(
            "scf",
            "2018-04-16",
            new Credential(TestCloud.ID, TestCloud.KEY),
            "ap-guangzhou",
            new ClientProfile(ClientProfile.SIGN_TC3_256, http));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void answersChangesWithARequestIdOnly() throws Exception {
    assertThat(fields(create())).isEqualTo("RequestId text\n");

    ObjectNode code = RunningScf.named("fn").put("Handler", "other");
    assertThat(fields(change("UpdateFunctionCode", code.put("ZipFile", Zips.base64(ZIP)))))
        .isEqualTo("RequestId text\n");
    assertThat(fields(change("UpdateFunctionConfiguration", RunningScf.named("fn"))))
        .isEqualTo("RequestId text\n");
    createTrigger();
    ObjectNode trigger = RunningScf.named("fn").put("TriggerName", "url").put("Type", "http");
    assertThat(fields(call("DeleteTrigger", trigger))).isEqualTo("RequestId text\n");
    assertThat(fields(call("DeleteFunction", RunningScf.named("fn"))))
        .isEqualTo("RequestId text\n");
  }

  @Test
  void showsAFunctionWithEverythingThatIsDocumented() throws Exception {
    create();
    createTrigger();

    assertThat(fields(call("GetFunction", RunningScf.named("fn"))))
        .isEqualTo(
            """
            AccessInfo object
            AccessInfo.Host text
            AccessInfo.Vip text
            AddTime text
            AsyncRunEnable text
            AvailableStatus text
            ClsLogsetId text
            ClsTopicId text
            CodeError text
            CodeInfo text
            CodeResult text
            CodeSize integer
            Description text
            DnsCache text
            Environment object
            Environment.Variables list
            Environment.Variables[].Key text
            Environment.Variables[].Value text
            ErrNo integer
            FunctionId text
            FunctionName text
            FunctionVersion text
            Handler text
            InitTimeout integer
            InstallDependency text
            Layers list
            MemorySize integer
            ModTime text
            Namespace text
            PublicNetConfig object
            PublicNetConfig.EipConfig object
            PublicNetConfig.EipConfig.EipStatus text
            PublicNetConfig.PublicNetStatus text
            Qualifier text
            RequestId text
            Role text
            Runtime text
            Status text
            StatusDesc text
            StatusReasons list
            Tags list
            Tags[].Key text
            Tags[].Value text
            Timeout integer
            TraceEnable text
            Triggers list
            """
                + TRIGGER.replaceAll("(?m)^(?=.)", "Triggers[].")
                + """
                Type text
                VpcConfig object
                VpcConfig.SubnetId text
                VpcConfig.VpcId text
                """);
  }

  @Test
  void listsFunctions() throws Exception {
    create();

    assertThat(fields(call("ListFunctions", ScfJson.object())))
        .isEqualTo(
            """
            Functions list
            Functions[].AddTime text
            Functions[].AvailableStatus text
            Functions[].Description text
            Functions[].FunctionId text
            Functions[].FunctionName text
            Functions[].ModTime text
            Functions[].Namespace text
            Functions[].Runtime text
            Functions[].Status text
            Functions[].StatusDesc text
            Functions[].Type text
            RequestId text
            TotalCount integer
            """);
  }

  @Test
  void tellsWhereTheCodeIs() throws Exception {
    create();

    assertThat(fields(call("GetFunctionAddress", RunningScf.named("fn"))))
        .isEqualTo("CodeSha256 text\nRequestId text\nUrl text\n");
  }

  @Test
  void showsTriggersAlikeWhenCreatedUpdatedAndListed() throws Exception {
    create();
    String info =
        "RequestId text\nTriggerInfo object\n" + TRIGGER.replaceAll("(?m)^(?=.)", "TriggerInfo.");

    assertThat(fields(createTrigger())).isEqualTo(info);
    assertThat(
            fields(
                call(
                    "UpdateTrigger",
                    RunningScf.trigger("fn", RunningScf.URL_DESC).put("Enable", "CLOSE"))))
        .isEqualTo(info);
    JsonNode listed = call("ListTriggers", RunningScf.named("fn"));
    assertThat(fields(listed))
        .isEqualTo(
            "RequestId text\nTotalCount integer\nTriggers list\n"
                + TRIGGER
                    .replace("BindStatus text\n", "BindStatus text\nBoundResources text\n")
                    .replaceAll("(?m)^(?=.)", "Triggers[]."));
    assertThat(fields(TestCloud.json(listed.at("/Triggers/0/TriggerDesc").textValue())))
        .isEqualTo(
            """
            ApiGwCompatible boolean
            AuthType text
            NetConfig object
            NetConfig.EnableExtranet boolean
            NetConfig.EnableIntranet boolean
            NetConfig.ExtranetHTTPUrl text
            NetConfig.ExtranetUrl text
            NetConfig.IntranetHTTPUrl text
            NetConfig.IntranetUrl text
            """);
  }

  @Test
  void invokesAFunction() throws Exception {
    create();

    JsonNode answer =
        call("InvokeFunction", RunningScf.named("fn").put("Event", "{}").put("LogType", "Tail"));

    assertThat(fields(answer))
        .isEqualTo(
            """
            RequestId text
            Result object
            Result.BillDuration integer
            Result.Duration decimal
            Result.ErrMsg text
            Result.FunctionRequestId text
            Result.InvokeResult integer
            Result.Log text
            Result.MemUsage integer
            Result.RetMsg text
            """);
    assertThat(answer.at("/Result/ErrMsg").textValue()).isEmpty();
  }

  @Test
  void refusesWithTypedErrors() {
    TencentCloudSDKException refusal =
        catchThrowableOfType(
            TencentCloudSDKException.class, () -> call("GetFunction", RunningScf.named("none")));

    assertThat(refusal.getErrorCode()).isEqualTo("ResourceNotFound.Function");
    assertThat(refusal.getRequestId()).hasSize(36);
  }

  private JsonNode create() throws Exception {
    ObjectNode function = RunningScf.function("fn", ZIP);
    function.putObject("Environment").putArray("Variables").addObject().put("Key", "AB");
    ((ObjectNode) function.at("/Environment/Variables/0")).put("Value", "c");
    function.putArray("Tags").addObject().put("Key", "team").put("Value", "payments");
    return change("CreateFunction", function);
  }

  private JsonNode createTrigger() throws Exception {
    return call("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC));
  }

  private JsonNode change(String action, ObjectNode parameters) throws Exception {
    JsonNode answer = call(action, parameters);
    Await.until(
        "the function is Active",
        () -> call("GetFunction", RunningScf.named("fn")).path("Status").asText().equals("Active"));
    return answer;
  }

  private JsonNode call(String action, ObjectNode parameters) throws TencentCloudSDKException {
    return TestCloud.json(scf.call(action, parameters.toString())).get("Response");
  }

  /** A line for each field, sorted: its path and its JSON type. */
  private static String fields(JsonNode object) {
    TreeSet<String> lines = new TreeSet<>();
    collect(object, "", lines);
    return String.join("\n", lines) + "\n";
  }

  private static void collect(JsonNode node, String path, Set<String> lines) {
    if (!path.isEmpty() && !path.endsWith("[]")) {
      lines.add(path + " " + type(node));
    }
    for (var field : node.properties()) {
      collect(field.getValue(), (path.isEmpty() ? "" : path + ".") + field.getKey(), lines);
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, path + "[]", lines));
    }
  }

  private static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "text";
      case BOOLEAN -> "boolean";
      case ARRAY -> "list";
      case OBJECT -> "object";
      case NUMBER -> node.isIntegralNumber() ? "integer" : "decimal";
      default -> node.getNodeType().toString();
    };
  }
}
