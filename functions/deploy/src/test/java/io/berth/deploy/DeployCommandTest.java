// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static io.berth.deploy.CommandLineRun.CALLER_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeployCommandTest extends DeployFixture {
  @Test
  void createsFunctionsAndTheirUrls() {
    assertThat(deploy()).isZero();

    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     created    " + CREATE_URL,
            "tcr-describe-instances  created    " + DESCRIBE_URL);
    assertThat(run.errLines()).containsExactly("2 functions: 2 created");
    assertThat(scf.changes())
        .containsExactly("CreateFunction", "CreateTrigger", "CreateFunction", "CreateTrigger");
  }

  @Test
  void sendsWhatScfWantsFieldForField() {
    deploy();

    Map<String, Object> function = scf.function("tcr-create-instance");
    assertThat(function)
        .containsEntry("Namespace", "default")
        .containsEntry("Runtime", "CustomRuntime")
        .containsEntry("Type", "Event")
        .containsEntry("Handler", "tcr-create-instance")
        .containsEntry("MemorySize", 512L)
        .containsEntry("Timeout", 30L)
        .containsEntry("InitTimeout", 30L)
        .containsEntry("Role", "berth-create")
        .containsEntry("Description", "creates");
    assertThat(Json.write(function.get("Environment")))
        .startsWith(
            "{\"Variables\":[{\"Key\":\"BERTH_CALLERS\",\"Value\":\"bot:"
                + CALLER_SECRET
                + ":tcr-create-instance\"},{\"Key\":\"BERTH_REQUIRE_APPROVAL\",\"Value\":\"true\"}");
    assertThat(scf.trigger("tcr-create-instance").get("TriggerDesc").toString())
        .startsWith("{\"AuthType\":\"NONE\",\"NetConfig\":{\"EnableIntranet\":false,")
        .endsWith("\"ApiGwCompatible\":false}");
  }

  @Test
  void changesNothingTheSecondTime() {
    deploy();
    scf.changes();

    assertThat(deploy()).isZero();

    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     unchanged  " + CREATE_URL,
            "tcr-describe-instances  unchanged  " + DESCRIBE_URL);
    assertThat(run.errLines()).containsExactly("2 functions: 2 unchanged");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void updatesCodeFirstThenConfigurationAndNeverBothAtOnce() throws IOException {
    deploy();
    scf.changes();
    scf.changesTake(3, "Active");
    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
    template(TemplateText.with("512", "256"));

    assertThat(deploy()).isZero();

    assertThat(run.outLines().get(0))
        .isEqualTo(
            "tcr-create-instance     updated    " + CREATE_URL + "  (code, MemorySize 512 -> 256)");
    assertThat(scf.changes())
        .containsExactly(
            "UpdateFunctionCode",
            "UpdateFunctionConfiguration",
            "UpdateFunctionCode",
            "UpdateFunctionConfiguration");
  }

  @Test
  void namesChangedVariablesWithoutTheirValues() {
    deploy();
    run.with("ENDPOINT", "http://127.0.0.1:8102").with("APPROVAL", "bot");

    deploy();

    assertThat(run.outLines().get(0))
        .endsWith("  (variable BERTH_CLOUD_ENDPOINT new, variable BERTH_REQUIRE_APPROVAL changed)");
    assertThat(run.outLines().get(1)).contains("unchanged");
  }

  @Test
  void updatesAFunctionUrlUnderTheNameThatTheCloudGaveIt() throws IOException {
    deploy();
    scf.changes();
    template(TemplateText.with("EnableIntranet: false", "EnableIntranet: true"));

    deploy();

    assertThat(run.outLines().get(0)).endsWith("  (Function URL EnableIntranet false -> true)");
    assertThat(scf.changes()).containsExactly("UpdateTrigger");
  }

  @Test
  void opensAFunctionUrlThatSomebodyClosed() {
    deploy();
    scf.trigger("tcr-create-instance").put("Enable", 0L);

    deploy();

    assertThat(run.outLines().get(0))
        .contains("updated")
        .endsWith("(Function URL Enable CLOSE -> OPEN)");
  }

  @Test
  void waitsForTheUrl() {
    scf.urlsTake(4);

    assertThat(deploy()).isZero();
    assertThat(run.outLines().get(0)).endsWith(CREATE_URL);
  }

  @Test
  void goesOnAfterADeployThatLostAnAnswer() {
    scf.loseNextAnswer("CreateFunction");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .startsWith("tcr-create-instance: CreateFunction got no answer: ")
        .endsWith("; deploy again, it goes on where it stopped");
    assertThat(run.errLines().get(1)).isEqualTo("not reached: tcr-describe-instances");
    assertThat(scf.changes()).containsExactly("CreateFunction");

    assertThat(deploy()).isZero();
    assertThat(run.outLines().get(0)).contains("updated").endsWith("(new Function URL)");
    assertThat(scf.changes()).containsExactly("CreateTrigger", "CreateFunction", "CreateTrigger");
  }

  @Test
  void saysWhyACreationFailedAndStartsOverNextTime() {
    scf.changesTake(1, "failed");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .isEqualTo(
            "tcr-create-instance: CreateFunction ended in CreateFailed: Bad no bootstrap; correct"
                + " the cause, then deploy again");

    scf.changesTake(0, "Active");
    scf.changes();
    assertThat(deploy()).isZero();
    assertThat(scf.changes()).startsWith("DeleteFunction", "CreateFunction", "CreateTrigger");
  }

  @Test
  void waitsForAChangeOfSomebodyElse() {
    deploy();
    Map<String, Object> function = scf.function("tcr-create-instance");
    function.put("Status", "Updating");
    function.put("_left", 2L);
    run.with("APPROVAL", "bot");

    assertThat(deploy()).isZero();
  }

  @Test
  void asksAgainWhenScfIsBusy() {
    scf.refuseNext("CreateFunction", "RequestLimitExceeded");
    scf.refuseNext("CreateTrigger", "FailedOperation.OperationConflict");
    scf.refuseNext("GetFunction", "RequestLimitExceeded");

    assertThat(deploy()).isZero();
  }

  @Test
  void saysWhatScfSaidAndWhatToDo() {
    scf.refuseNext("CreateFunction", "UnauthorizedOperation.CAM");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly(
            "tcr-create-instance: CreateFunction was refused: UnauthorizedOperation.CAM, fake says"
                + " no (request id req-CreateFunction); allow the deploying key this scf: action,"
                + " and cam:PassRole on the function's role",
            "not reached: tcr-describe-instances");
  }

  @Test
  void refusesToChangeARuntime() {
    deploy();
    scf.function("tcr-create-instance").put("Runtime", "Java11");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "its Runtime is Java11 and SCF cannot change it to CustomRuntime; delete the function,"
                + " or give this one another name");
  }

  @Test
  void writesOneJsonObject() {
    deploy("--output", "json");

    Map<String, Object> json = Json.readObject(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(json).containsEntry("DryRun", false);
    assertThat(Json.write(((List<?>) json.get("Functions")).get(0)))
        .isEqualTo(
            "{\"Name\":\"tcr-create-instance\",\"Namespace\":\"default\",\"State\":\"created\","
                + "\"Changes\":[],\"Url\":\""
                + CREATE_URL
                + "\"}");
  }

  @Test
  void saysInJsonToo() {
    scf.refuseNext("CreateFunction", "LimitExceeded.Function");

    assertThat(deploy("--output", "json")).isEqualTo(1);
    assertThat(run.out())
        .contains("\"Failure\":{\"Function\":\"tcr-create-instance\",\"Message\":\"CreateFunction")
        .contains("\"NotReached\":[\"tcr-describe-instances\"]");
  }
}
