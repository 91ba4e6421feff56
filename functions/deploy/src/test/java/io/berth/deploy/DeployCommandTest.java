// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static io.berth.deploy.CommandLineRun.CALLER_SECRET;
import static io.berth.deploy.template.TemplateText.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import io.berth.deploy.template.BundleZip;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {
  private static final String CREATE_URL =
      "https://1250000000-hulrzrbh9f.ap-guangzhou.tencentscf.com/tcr-create-instance";
  private static final String DESCRIBE_URL =
      "https://1250000000-hulrzrbh9f.ap-guangzhou.tencentscf.com/tcr-describe-instances";

  @TempDir Path folder;
  private FakeScf scf;
  private final CommandLineRun run = new CommandLineRun();

  @BeforeEach
  void start() throws IOException {
    scf = FakeScf.start();
    BundleZip.write(folder.resolve("code.zip"));
    template(GOOD);
    run.deploying("AKIDtest");
  }

  @AfterEach
  void stop() {
    scf.close();
    assertThat(run.out() + run.err()).doesNotContain("canary-key", CALLER_SECRET, "\tat ");
  }

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
    BundleZip.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
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
  void onlyReadsInADryRun() throws IOException {
    assertThat(deploy("--dry-run")).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     would create  -", "tcr-describe-instances  would create  -");
    assertThat(scf.changes()).isEmpty();

    deploy();
    scf.changes();
    template(TemplateText.with("    Timeout: 30", "    Timeout: 20"));
    assertThat(deploy("--dry-run")).isZero();
    assertThat(run.outLines().subList(0, 2))
        .containsExactly(
            "tcr-create-instance     would update  " + CREATE_URL, "    Timeout 30 -> 20");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void showsInADryRunFieldByFieldWhatWouldChangeAndNoSecret() throws IOException {
    deploy();
    scf.changes();
    Map<String, Object> there = scf.function("tcr-create-instance");
    there.put("Role", "");
    there.put("Description", "an older description that is longer than a line has room for\u0007");
    there.put("VpcConfig", Map.of("VpcId", "vpc-1", "SubnetId", "subnet-1"));
    BundleZip.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
    template(TemplateText.with("512", "256").replace("AuthType: NONE", "AuthType: CAM"));
    String other = "whsec_" + "B".repeat(32);
    run.with("CALLERS_CREATE", "bot:" + other + ":tcr-create-instance")
        .with("ENDPOINT", "http://127.0.0.1:8102");

    assertThat(deploy("--dry-run")).isZero();

    assertThat(run.outLines().stream().takeWhile(line -> !line.startsWith("tcr-describe")))
        .containsExactly(
            "tcr-create-instance     would update  " + CREATE_URL,
            "    code",
            "    MemorySize 512 -> 256",
            "    Role (none) -> berth-create",
            "    Description 'an older description that is longer than…' -> creates",
            "    VpcId vpc-1 -> (none)",
            "    SubnetId subnet-1 -> (none)",
            "    variable BERTH_CALLERS changed",
            "    variable BERTH_CLOUD_ENDPOINT new",
            "    Function URL AuthType NONE -> CAM");
    assertThat(run.out() + run.err()).doesNotContain(other);
    assertThat(scf.changes()).isEmpty();
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

  @Test
  void touchesNothingWhenTheTemplateIsWrong() throws IOException {
    template(TemplateText.with("512", "500"));

    assertThat(deploy()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            folder.resolve("template.yaml")
                + ":5: MemorySize 500 is not 64 or 128 to 3072 MB in steps of 128; use 512");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void touchesNothingWhenAVariableIsMissing() {
    run.without("KEYS");

    assertThat(deploy()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            folder.resolve("template.yaml")
                + ":21: BERTH_APPROVAL_KEYS takes ${KEYS}, which is not set; export it, then deploy"
                + " again");
  }

  @Test
  void namesTheMissingHalfOfAKey() {
    run.without("TENCENTCLOUD_SECRET_ID");
    assertThat(deploy()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "credentials missing: export TENCENTCLOUD_SECRET_ID (and TENCENTCLOUD_TOKEN for"
                + " temporary keys)");

    run.without("TENCENTCLOUD_SECRET_KEY");
    assertThat(deploy()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "credentials missing: export TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY");
  }

  @Test
  void takesTheOtherSpellingOfAKey() {
    run.without("TENCENTCLOUD_SECRET_ID")
        .without("TENCENTCLOUD_SECRET_KEY")
        .with("TENCENTCLOUD_SECRETID", "AKID2")
        .with("TENCENTCLOUD_SECRETKEY", "canary-key");

    assertThat(deploy()).isZero();
  }

  @Test
  void sendsNothingInClearOverTheNetwork() {
    assertThat(
            run.run("deploy", "--endpoint", "http://scf.example.com", "--region", "ap-guangzhou"))
        .isEqualTo(2);
    assertThat(run.err()).startsWith("--endpoint: endpoint scf.example.com must be https");
  }

  @Test
  void wantsARegion() {
    String file = folder.resolve("template.yaml").toString();
    String uri = scf.uri().toString();

    assertThat(run.run("deploy", "--template", file, "--endpoint", uri)).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "region missing: give --region ap-guangzhou, or export TENCENTCLOUD_REGION");
    assertThat(run.run("deploy", "--template", file, "--endpoint", uri, "--region", "guangzhou"))
        .isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly("region 'guangzhou' must have the form ap-guangzhou");
    run.with("TENCENTCLOUD_REGION", "ap-singapore");
    assertThat(run.run("deploy", "--no-smoke", "--template", file, "--endpoint", uri)).isZero();
  }

  @Test
  void saysWhenNobodyListens() {
    String uri = scf.uri().toString();
    scf.close();

    assertThat(
            run.run(
                "deploy",
                "--template",
                folder.resolve("template.yaml").toString(),
                "--endpoint",
                uri,
                "--region",
                "ap-guangzhou"))
        .isEqualTo(1);
    assertThat(run.errLines().get(0))
        .startsWith(
            "tcr-create-instance: GetFunction got no answer: the cloud could not be reached")
        .endsWith("; check the network and --endpoint");
  }

  private int deploy(String... more) {
    String[] fixed = {
      "deploy",
      "--no-smoke",
      "--template",
      folder.resolve("template.yaml").toString(),
      "--endpoint",
      scf.uri().toString(),
      "--region",
      "ap-guangzhou"
    };
    String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    return run.run(all);
  }

  private void template(String yaml) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), yaml);
  }
}
