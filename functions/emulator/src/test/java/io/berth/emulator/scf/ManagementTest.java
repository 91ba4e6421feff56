// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.platform.ScfJson;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The management actions; no function is started here. */
class ManagementTest {
  private static final byte[] ZIP =
      Zips.zip(Map.of("bootstrap", Zips.utf8("#!/bin/sh\n")), "bootstrap", "rwxr-xr-x");

  @TempDir Path folder;
  private final Deque<Runnable> background = new ArrayDeque<>();
  private RunningScf scf;

  @BeforeEach
  void start() throws Exception {
    scf = new RunningScf(folder, 10, background::add);
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  private void finishBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private void create(String name) throws ApiError {
    scf.call("CreateFunction", function(name));
    finishBackground();
  }

  private static ObjectNode function(String name) {
    return RunningScf.function(name, ZIP);
  }

  private JsonNode get(String name) throws ApiError {
    return scf.call("GetFunction", RunningScf.named(name));
  }

  private ApiError refusal(String action, ObjectNode parameters) {
    return catchThrowableOfType(ApiError.class, () -> scf.call(action, parameters));
  }

  private void refusesFunction(String code, String words, Consumer<ObjectNode> change) {
    ObjectNode parameters = function("fn");
    change.accept(parameters);
    ApiError refusal = refusal("CreateFunction", parameters);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessageContaining(words);
    assertThat(refusal("GetFunction", RunningScf.named("fn")).code())
        .isEqualTo("ResourceNotFound.Function");
  }

  private static void variables(ObjectNode parameters, String... keysAndValues) {
    var variables = parameters.putObject("Environment").putArray("Variables");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      variables.addObject().put("Key", keysAndValues[i]).put("Value", keysAndValues[i + 1]);
    }
  }

  @Test
  void creates_andIsActiveWhenTheCodeIsUnpacked() throws Exception {
    assertThat(scf.call("CreateFunction", function("fn"))).isEmpty();
    assertThat(get("fn").get("Status").textValue()).isEqualTo("Creating");

    finishBackground();

    assertThat(get("fn").get("Status").textValue()).isEqualTo("Active");
  }

  @Test
  void showsTheAdminApiTheFunctionsOfEveryRegionWithoutTheirVariables() throws Exception {
    ObjectNode parameters = function("fn");
    variables(parameters, "BERTH_CALLERS", "hidden");
    scf.callIn("ap-shanghai", "CreateFunction", parameters);
    create("other");

    JsonNode state = scf.scf.state();

    assertThat(state).hasSize(2);
    assertThat(state.at("/0/FunctionName").textValue()).isEqualTo("other");
    assertThat(state.at("/0/Region").textValue()).isEqualTo("ap-guangzhou");
    assertThat(state.at("/1/Region").textValue()).isEqualTo("ap-shanghai");
    assertThat(state.at("/1/Status").textValue()).isEqualTo("Active");
    assertThat(state.toString()).doesNotContain("hidden");
  }

  @Test
  void readsBackWhatWasCreated() throws Exception {
    ObjectNode parameters =
        function("fn").put("Role", "berth").put("Description", "d").put("InitTimeout", 20);
    variables(parameters, "COLOUR", "red");
    parameters.putArray("Tags").addObject().put("Key", "team").put("Value", "payments");
    scf.call("CreateFunction", parameters);
    finishBackground();

    ObjectNode answer = (ObjectNode) get("fn");

    assertThat(answer.remove("FunctionId").textValue()).matches("lam-[a-z0-9]{8}");
    assertThat(answer.remove("AccessInfo").path("Host").textValue())
        .isEqualTo(scf.scf.functions() + "/fn");
    assertThat(answer.toString())
        .isEqualTo(
            "{\"FunctionName\":\"fn\",\"Namespace\":\"default\",\"Type\":\"Event\","
                + "\"Runtime\":\"CustomRuntime\",\"Description\":\"d\",\"Status\":\"Active\","
                + "\"StatusDesc\":\"\",\"AvailableStatus\":\"Available\","
                + "\"AddTime\":\"2026-11-21 16:00:00\",\"ModTime\":\"2026-11-21 16:00:00\","
                + "\"FunctionVersion\":\"$LATEST\",\"Qualifier\":\"$LATEST\",\"Handler\":\"probe\","
                + "\"MemorySize\":128,\"Timeout\":30,\"InitTimeout\":20,\"Role\":\"berth\","
                + "\"Environment\":{\"Variables\":[{\"Key\":\"COLOUR\",\"Value\":\"red\"}]},"
                + "\"VpcConfig\":{\"VpcId\":\"\",\"SubnetId\":\"\"},"
                + "\"PublicNetConfig\":{\"PublicNetStatus\":\"ENABLE\","
                + "\"EipConfig\":{\"EipStatus\":\"DISABLE\"}},\"ClsLogsetId\":\"\","
                + "\"ClsTopicId\":\"\",\"Layers\":[],"
                + "\"Tags\":[{\"Key\":\"team\",\"Value\":\"payments\"}],"
                + "\"InstallDependency\":\"FALSE\",\"DnsCache\":\"FALSE\","
                + "\"TraceEnable\":\"FALSE\",\"AsyncRunEnable\":\"FALSE\",\"CodeInfo\":\"\","
                + "\"CodeSize\":"
                + ZIP.length
                + ",\"CodeResult\":\"success\",\"CodeError\":\"\",\"ErrNo\":0,"
                + "\"StatusReasons\":[],\"Triggers\":[]}");
  }

  @Test
  void saysInStatusReasonsWhyTheCodeIsNoFunction() throws Exception {
    ObjectNode parameters = function("fn");
    parameters.putObject("Code").put("ZipFile", Zips.base64(Zips.raw("readme", new byte[1])));
    scf.call("CreateFunction", parameters);
    finishBackground();

    JsonNode answer = get("fn");
    assertThat(answer.get("Status").textValue()).isEqualTo("CreateFailed");
    assertThat(answer.get("StatusReasons").get(0).get("ErrorCode").textValue())
        .isEqualTo("InvalidParameterValue.Code");
    assertThat(answer.get("StatusReasons").get(0).get("ErrorMessage").textValue())
        .contains("no file `bootstrap` in its root");
    assertThat(refusal("CreateFunction", function("fn")).code())
        .isEqualTo("ResourceInUse.Function");
    assertThat(
            refusal("UpdateFunctionCode", RunningScf.named("fn").put("ZipFile", Zips.base64(ZIP)))
                .code())
        .isEqualTo("FailedOperation.FunctionStatusError");

    scf.call("DeleteFunction", RunningScf.named("fn"));
    create("fn");
    assertThat(get("fn").get("Status").textValue()).isEqualTo("Active");
  }

  @Test
  void refusesToUpdateOrCallWhileItIsCreating() throws Exception {
    scf.call("CreateFunction", function("fn"));

    assertThat(
            refusal("UpdateFunctionCode", RunningScf.named("fn").put("ZipFile", Zips.base64(ZIP)))
                .code())
        .isEqualTo("FailedOperation.UpdateFunctionCode");
    assertThat(refusal("UpdateFunctionConfiguration", RunningScf.named("fn")).code())
        .isEqualTo("FailedOperation.UpdateFunctionConfiguration");
    assertThat(refusal("CreateTrigger", RunningScf.trigger("fn", RunningScf.URL_DESC)).code())
        .isEqualTo("FailedOperation.CreateTrigger");
    assertThat(refusal("InvokeFunction", RunningScf.named("fn")).code())
        .isEqualTo("FailedOperation.FunctionStatusError");
    assertThat(refusal("GetFunctionAddress", RunningScf.named("fn")).code())
        .isEqualTo("FailedOperation.FunctionStatusError");
  }

  @Test
  void isUpdatingUntilTheNewConfigurationServes() throws Exception {
    create("fn");
    ObjectNode change = RunningScf.named("fn").put("MemorySize", 512);
    variables(change, "COLOUR", "blue");

    scf.call("UpdateFunctionConfiguration", change);
    assertThat(get("fn").get("Status").textValue()).isEqualTo("Updating");
    finishBackground();

    assertThat(get("fn").get("Status").textValue()).isEqualTo("Active");
    assertThat(get("fn").get("MemorySize").asInt()).isEqualTo(512);
    assertThat(get("fn").get("Timeout").asInt()).isEqualTo(30);
  }

  @Test
  void clearsAllVariablesWithOneEmptyPair() throws Exception {
    ObjectNode parameters = function("fn");
    variables(parameters, "COLOUR", "red");
    scf.call("CreateFunction", parameters);
    finishBackground();
    ObjectNode keeps = RunningScf.named("fn");
    variables(keeps);
    scf.call("UpdateFunctionConfiguration", keeps);
    finishBackground();
    assertThat(get("fn").at("/Environment/Variables")).hasSize(1);

    ObjectNode clears = RunningScf.named("fn");
    variables(clears, "", "");
    scf.call("UpdateFunctionConfiguration", clears);
    finishBackground();

    assertThat(get("fn").at("/Environment/Variables")).isEmpty();
  }

  @Test
  void changesTheHandlerTogetherWithTheCode() throws Exception {
    create("fn");

    scf.call(
        "UpdateFunctionCode",
        RunningScf.named("fn").put("Handler", "other").put("ZipFile", Zips.base64(ZIP)));
    finishBackground();

    assertThat(get("fn").get("Handler").textValue()).isEqualTo("other");
  }

  @Test
  void tellsTheHashOfTheCode_andServesIt() throws Exception {
    create("fn");

    JsonNode address = scf.call("GetFunctionAddress", RunningScf.named("fn"));

    assertThat(address.get("CodeSha256").textValue()).matches("[0-9a-f]{64}");
    String path = address.get("Url").textValue().substring(scf.scf.functions().toString().length());
    HttpResponse<String> zip = scf.send(scf.request(path).build());
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.body()).startsWith("PK");
    assertThat(scf.send(scf.request("/_code/fn/00").build()).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsFunctionsOfRegionsApart() throws Exception {
    create("fn");

    ApiError refusal =
        catchThrowableOfType(
            ApiError.class, () -> scf.callIn("ap-shanghai", "GetFunction", RunningScf.named("fn")));

    assertThat(refusal).hasMessage("There is no function fn in ap-shanghai.");
  }

  @Test
  void listsFunctionsByNameInPages() throws Exception {
    create("tcr-b");
    create("tcr-a");
    create("tat-a");

    JsonNode page =
        scf.call("ListFunctions", ScfJson.object().put("SearchKey", "tcr").put("Limit", 1));

    assertThat(page.get("TotalCount").asInt()).isEqualTo(2);
    assertThat(page.at("/Functions/0/FunctionName").textValue()).isEqualTo("tcr-a");
    assertThat(page.get("Functions")).hasSize(1);
    JsonNode rest =
        scf.call("ListFunctions", ScfJson.object().put("SearchKey", "tcr").put("Offset", 1));
    assertThat(rest.at("/Functions/0/FunctionName").textValue()).isEqualTo("tcr-b");
  }

  @Test
  void refusesTheFiftyFirstFunction() throws Exception {
    for (int i = 0; i < 50; i++) {
      scf.call("CreateFunction", function("fn" + i));
    }
    background.clear();

    assertThat(refusal("CreateFunction", function("fn50")).code())
        .isEqualTo("LimitExceeded.Function");
  }

  @Test
  void forgetsADeletedFunction_alsoWhileItsCodeIsBeingUnpacked() throws Exception {
    scf.call("CreateFunction", function("fn"));
    scf.call("DeleteFunction", RunningScf.named("fn"));
    finishBackground();

    assertThat(refusal("GetFunction", RunningScf.named("fn")).code())
        .isEqualTo("ResourceNotFound.Function");
    assertThat(refusal("DeleteFunction", RunningScf.named("fn")).code())
        .isEqualTo("ResourceNotFound.Function");
  }

  @Test
  void refusesUnknownMistypedAndMissingParameters() {
    refusesUnknown("CreateFunction", function("fn").put("MemorySizes", 128), "MemorySizes");
    ObjectNode nested = function("fn");
    nested.putObject("Environment").put("Variable", "x");
    refusesUnknown("CreateFunction", nested, "Environment.Variable");
    assertThat(refusal("CreateFunction", function("fn").put("Timeout", "3")))
        .hasMessage("The value type of parameter `Timeout` is not valid.");
    assertThat(refusal("GetFunction", ScfJson.object()))
        .hasMessage("The request is missing a required parameter `FunctionName`.");
  }

  private void refusesUnknown(String action, ObjectNode parameters, String name) {
    ApiError refusal = refusal(action, parameters);
    assertThat(refusal.code()).isEqualTo("UnknownParameter");
    assertThat(refusal).hasMessageContaining("`" + name + "`");
  }

  @Test
  void refusesValuesOutsideTheDocumentedLimits() {
    refusesFunction(
        "InvalidParameterValue.FunctionName",
        "begin with a letter",
        p -> p.put("FunctionName", "1fn"));
    refusesFunction(
        "InvalidParameterValue.FunctionName", "not end with", p -> p.put("FunctionName", "fn-"));
    refusesFunction("LimitExceeded.Memory", "64, or 128 to 3072", p -> p.put("MemorySize", 4096));
    refusesFunction(
        "InvalidParameterValue.MemorySize", "steps of 128", p -> p.put("MemorySize", 200));
    refusesFunction("LimitExceeded.Timeout", "1 to 900 seconds", p -> p.put("Timeout", 0));
    refusesFunction("LimitExceeded.InitTimeout", "3 to 300", p -> p.put("InitTimeout", 301));
    refusesFunction("InvalidParameterValue.Handler", "2 to 121", p -> p.put("Handler", "x"));
    refusesFunction("MissingParameter", "`Handler`", p -> p.remove("Handler"));
    refusesFunction("ResourceNotFound.Role", "name of a role", p -> p.put("Role", "a b"));
    refusesFunction("ResourceNotFound.Namespace", "default", p -> p.put("Namespace", "prod"));
  }

  @Test
  void refusesVariablesThatScfWouldRefuse() {
    refusesFunction(
        "InvalidParameterValue.EnvironmentSystemProtect",
        "SCF_RUNTIME_API is reserved",
        p -> variables(p, "SCF_RUNTIME_API", "x"));
    refusesFunction(
        "InvalidParameterValue.EnvironmentSystemProtect",
        "TENCENTCLOUD_SECRETKEY is reserved",
        p -> variables(p, "TENCENTCLOUD_SECRETKEY", "x"));
    refusesFunction(
        "InvalidParameterValue.EnvironmentExceededLimit",
        "4096 are allowed",
        p -> variables(p, "KEY", "x".repeat(4094)));
    refusesFunction(
        "InvalidParameterValue.Environment", "begin with a letter", p -> variables(p, "_K", "x"));
    refusesFunction(
        "InvalidParameterValue.Environment", "twice", p -> variables(p, "KEY", "x", "KEY", "y"));
  }

  @Test
  void refusesWhatItDoesNotPlay() {
    refusesFunction(
        "InvalidParameterValue.Runtime",
        "CustomRuntime functions only",
        p -> p.put("Runtime", "Java11"));
    refusesFunction("InvalidParameterValue.Runtime", "Python2.7", p -> p.remove("Runtime"));
    refusesFunction("UnsupportedOperation", "Type HTTP is not played", p -> p.put("Type", "HTTP"));
    refusesFunction(
        "UnsupportedOperation",
        "Layers is not played",
        p -> p.putArray("Layers").addObject().put("LayerName", "l").put("LayerVersion", 1));
    refusesFunction(
        "UnsupportedOperation", "AsyncRunEnable TRUE", p -> p.put("AsyncRunEnable", "TRUE"));
    refusesFunction(
        "InvalidParameterValue", "the text TRUE or FALSE", p -> p.put("TraceEnable", "yes"));
  }

  @Test
  void refusesCodeThatIsNoZip() {
    refusesFunction("MissingParameter.Code", "`Code`", p -> p.remove("Code"));
    refusesFunction(
        "InvalidParameterValue.ZipFile",
        "is not base64",
        p -> p.putObject("Code").put("ZipFile", "*"));
    refusesFunction(
        "InvalidParameterValue.ZipFile",
        "is not a zip",
        p -> p.putObject("Code").put("ZipFile", Zips.base64(Zips.utf8("hello"))));
    refusesFunction(
        "InvalidParameterValue.Code",
        "DemoId is not played",
        p -> p.putObject("Code").put("DemoId", "b"));
  }

  @Test
  void refusesAZipAboveTheLimitOfTheAction() throws Exception {
    create("fn");
    byte[] large = new byte[20 * 1024 * 1024 + 1];

    assertThat(
            refusal(
                "UpdateFunctionCode", RunningScf.named("fn").put("ZipFile", Zips.base64(large))))
        .hasMessageContaining("20 MB are allowed here");
    refusesFunctionOf51Mb();
  }

  private void refusesFunctionOf51Mb() {
    ObjectNode parameters = function("big");
    String zip = Zips.base64(new byte[50 * 1024 * 1024 + 1]);
    parameters.putObject("Code").put("ZipFile", zip);
    assertThat(refusal("CreateFunction", parameters).code())
        .isEqualTo("InvalidParameter.RequestTooLarge");
  }

  @Test
  void refusesUnknownQualifiersAndEvents() throws Exception {
    create("fn");

    assertThat(refusal("GetFunction", RunningScf.named("fn").put("Qualifier", "3")).code())
        .isEqualTo("ResourceNotFound.Qualifier");
    assertThat(refusal("InvokeFunction", RunningScf.named("fn").put("Event", "{")).code())
        .isEqualTo("InvalidParameter.Payload");
    assertThat(refusal("InvokeFunction", RunningScf.named("fn").put("LogType", "All")).code())
        .isEqualTo("InvalidParameterValue");
  }
}
