// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What deploy looks at before it touches the cloud, and all that it does in a dry run. */
class DeployInputTest extends DeployFixture {
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
    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");
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
}
