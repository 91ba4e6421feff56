// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that are too large for a call of SCF's API. */
class CodeBucketTest {
  private static final String BUCKET = "code-1250000000";
  private static final int LARGE = 7 << 20;

  @TempDir Path folder;
  private FakeScf scf;
  private final CommandLineRun run = new CommandLineRun();

  @BeforeEach
  void start() throws IOException {
    scf = FakeScf.start();
    SmallBundle.writeLarge(zip(), LARGE, 1);
    Files.writeString(folder.resolve("template.yaml"), TemplateText.GOOD);
    run.deploying("AKIDtest").with("TENCENTCLOUD_TOKEN", "canary-token");
  }

  @AfterEach
  void stop() {
    scf.close();
    assertThat(run.out() + run.err()).doesNotContain("canary", "\tat ");
  }

  @Test
  void storesABundleOnceForAllFunctions() throws IOException {
    assertThat(deploy("--code-bucket", BUCKET)).as(run.err()).isZero();

    assertThat(scf.changes())
        .containsExactly(
            "HEAD", "PUT", "CreateFunction", "CreateTrigger", "CreateFunction", "CreateTrigger");
    assertThat(scf.cos().objects().keySet())
        .singleElement()
        .asString()
        .matches("code-1250000000\\.cos\\.ap-guangzhou\\.myqcloud\\.com/berth/[0-9a-f]{64}\\.zip");
    assertThat(scf.cos().objects().values()).containsExactly(Files.readAllBytes(zip()));
  }

  @Test
  void touchesNoBucketWhenTheCodeIsUnchanged() {
    deploy("--code-bucket", BUCKET);
    scf.changes();

    assertThat(deploy("--code-bucket", BUCKET)).isZero();
    assertThat(run.errLines()).containsExactly("2 functions: 2 unchanged");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void doesNotSendWhatIsThere() {
    deploy("--code-bucket", BUCKET);
    scf.function("tcr-create-instance").put("Handler", "another");
    scf.changes();

    assertThat(deploy("--code-bucket", BUCKET)).isZero();
    assertThat(scf.changes()).containsExactly("HEAD", "UpdateFunctionCode");
  }

  @Test
  void replacesAnObjectOfTheSameSizeWithAnotherContent() throws IOException {
    deploy("--code-bucket", BUCKET);
    byte[] good = Files.readAllBytes(zip());
    byte[] bad = good.clone();
    bad[good.length / 2]++;
    scf.cos().objects().replaceAll((key, content) -> bad);
    scf.function("tcr-create-instance").put("Handler", "another");
    scf.changes();

    assertThat(deploy("--code-bucket", BUCKET)).isZero();
    assertThat(scf.changes()).containsExactly("HEAD", "PUT", "UpdateFunctionCode");
    assertThat(scf.cos().objects().values()).containsExactly(good);
  }

  @Test
  void keepsTheBundleOfAnEarlierBuild() throws IOException {
    run.with("BERTH_CODE_BUCKET", BUCKET);
    deploy();
    SmallBundle.writeLarge(zip(), LARGE, 2);

    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines()).allMatch(line -> line.endsWith("  (code)"));
    assertThat(scf.cos().objects()).hasSize(2);
  }

  @Test
  void storesNothingInADryRun() {
    assertThat(deploy("--code-bucket", BUCKET, "--dry-run")).isZero();

    assertThat(run.errLines()).containsExactly("2 functions: 2 would create");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void sendsASmallBundleAsBefore() throws IOException {
    SmallBundle.write(zip());

    assertThat(deploy("--code-bucket", BUCKET)).isZero();
    assertThat(scf.changes()).doesNotContain("HEAD", "PUT");
  }

  @Test
  void refusesALargeBundleWithoutABucket() throws IOException {
    for (List<String> options : List.of(List.<String>of(), List.of("--dry-run"))) {
      assertThat(deploy(options.toArray(String[]::new))).isEqualTo(1);
      assertThat(run.errLines().get(0))
          .isEqualTo(
              "tcr-create-instance: the bundle "
                  + zip()
                  + " has "
                  + Files.size(zip())
                  + " bytes, and a call of SCF's API holds at most 7340032; name a COS bucket of"
                  + " this region for it with --code-bucket NAME-APPID, where the deploying key may"
                  + " cos:PutObject and cos:HeadObject");
      assertThat(scf.changes()).isEmpty();
    }
  }

  @Test
  void refusesWhatIsNoBucketsName() {
    for (String name :
        new String[] {"code", "Code-1250000000", "-1250000000", "a/b-12500000", ""}) {
      assertThat(deploy("--code-bucket", name)).isEqualTo(2);
      assertThat(run.errLines())
          .containsExactly(
              "--code-bucket '"
                  + name
                  + "' must be a bucket's whole name, as berth-code-1250000000");
    }
    run.with("BERTH_CODE_BUCKET", "code");
    assertThat(deploy()).isEqualTo(2);
    assertThat(run.err()).startsWith("BERTH_CODE_BUCKET 'code' must be");
    assertThat(scf.changes()).isEmpty();
  }

  @Test
  void saysWhatCosRefusedAndWhatToDo() {
    refused(
        "AccessDenied",
        "allow the deploying key cos:PutObject and cos:HeadObject on berth/* of this bucket");
    refused(
        "SignatureDoesNotMatch",
        "check TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN");
    refused(
        "SomethingElse",
        "look the code up in COS's list of error codes, or send COS's support the request id");
  }

  @Test
  void saysThatTheClockIsWrong() {
    scf.cos().refuseUploads("RequestTimeTooSkewed");

    assertThat(deploy("--code-bucket", BUCKET)).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .containsPattern("RequestTimeTooSkewed, The clock is off by ~[0-9]+ s \\(HTTP Date\\)\\. ")
        .endsWith("; set this machine's clock, then deploy again");
  }

  private void refused(String code, String advice) {
    scf.cos().refuseUploads(code);
    assertThat(deploy("--code-bucket", BUCKET)).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .contains(
            ".zip in bucket code-1250000000 (ap-guangzhou) was refused: "
                + code
                + " (request id req-cos); "
                + advice);
    assertThat(scf.changes()).containsExactly("HEAD", "PUT");
  }

  private Path zip() {
    return folder.resolve("code.zip");
  }

  private int deploy(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "deploy",
                "--no-smoke",
                "--template",
                folder.resolve("template.yaml").toString(),
                "--endpoint",
                scf.uri().toString(),
                "--region",
                "ap-guangzhou"));
    words.addAll(List.of(more));
    return run.run(words.toArray(String[]::new));
  }
}
