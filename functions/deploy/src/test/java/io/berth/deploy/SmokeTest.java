// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static io.berth.deploy.template.TemplateText.GOOD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call that each function gets after it was created or changed. */
class SmokeTest {
  private static final String LOOK = "; look at the function's log, its role and InitTimeout";

  @TempDir Path folder;
  private FakeScf scf;
  private final CommandLineRun run = new CommandLineRun();

  @BeforeEach
  void start() throws IOException {
    scf = FakeScf.start();
    scf.urlsHere();
    SmallBundle.write(folder.resolve("code.zip"));
    template(GOOD);
    run.deploying("AKIDtest");
  }

  @AfterEach
  void stop() {
    scf.close();
  }

  @Test
  void callsEachNewFunctionOnceWithoutASignature() {
    assertThat(deploy()).as(run.err()).isZero();

    assertThat(run.errLines()).containsExactly("2 functions: 2 created");
    assertThat(scf.smoked())
        .containsExactly(
            "POST /tcr-create-instance {} signed:false",
            "POST /tcr-describe-instances {} signed:false");
  }

  @Test
  void callsWhatChangedAndNothingElse() {
    deploy();
    scf.smoked();
    run.with("APPROVAL", "bot");

    assertThat(deploy()).isZero();
    assertThat(scf.smoked()).containsExactly("POST /tcr-create-instance {} signed:false");
    assertThat(deploy()).isZero();
    assertThat(scf.smoked()).isEmpty();
    assertThat(deploy("--smoke")).isZero();
    assertThat(scf.smoked()).hasSize(2);
  }

  @Test
  void callsNothingWhenToldSoAndInADryRun() {
    assertThat(deploy("--dry-run")).isZero();
    assertThat(deploy("--no-smoke")).isZero();

    assertThat(scf.smoked()).isEmpty();
  }

  @Test
  void waitsForAFunctionThatComesUpSlowly() {
    scf.smokeAnswers(404, 450, 500, 401);

    assertThat(deploy()).isZero();
    assertThat(scf.smoked()).hasSize(5);
  }

  @Test
  void givesUpAfterSixCalls() {
    scf.smokeAnswers(Stream.generate(() -> 450).limit(6).toArray(Integer[]::new));

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.outLines().get(0)).contains("created");
    assertThat(run.errLines())
        .containsExactly(
            "2 functions: 2 created",
            "tcr-create-instance is deployed, but its smoke call got HTTP 450 in place of 401; it"
                + " was not ready within InitTimeout, 30 s; raise it"
                + LOOK);
    assertThat(scf.smoked()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | something before the function refused; check AuthType",
        "404 | the address is not known yet; deploy --smoke in a minute",
        "432 | the account's concurrency is used up; deploy --smoke in a minute",
        "433 | it took longer than Timeout, 30 s; raise it",
        "434 | it needs more than MemorySize, 512 MB; raise it",
        "443 | it does not run as it should",
        "503 | it cannot work as configured; check its variables"
      })
  void saysWhatEachStatusMeans(int status, String advice) {
    scf.smokeAnswers(Stream.generate(() -> status).limit(6).toArray(Integer[]::new));

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(1))
        .endsWith("smoke call got HTTP " + status + " in place of 401; " + advice + LOOK);
  }

  @Test
  void doesNotTakeAnotherProgramForAFunction() {
    scf.smokeAnswers(200);

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(1)).contains("HTTP 200 in place of 401; another program");
    assertThat(scf.smoked()).hasSize(2);
  }

  @Test
  void doesNotTakeThePlatformsOwnRefusalForTheFunctions() {
    scf.smokeAnswers(Stream.generate(() -> -401).limit(6).toArray(Integer[]::new));

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(1)).contains("HTTP 401 in place of 401; something before");
  }

  @Test
  void skipsAddressesThatItCannotCall() throws IOException {
    template(
        TemplateText.with("AuthType: NONE", "AuthType: CAM")
            .replace("{AuthType: NONE}", "{AuthType: NONE, NetConfig: {EnableIntranet: true}}"));

    assertThat(deploy()).isZero();
    assertThat(run.errLines())
        .contains(
            "note: tcr-create-instance got no smoke call: AuthType CAM lets nobody in without a"
                + " cloud key",
            "note: tcr-describe-instances got no smoke call: its URL is open inside Tencent's"
                + " network only");
    assertThat(scf.smoked()).isEmpty();
  }

  @Test
  void callsWhatWasDoneBeforeAFailure() {
    scf.refuseNext("CreateTrigger", "LimitExceeded.Trigger");
    deploy();
    scf.refuseNext("GetFunction", "InternalError");

    assertThat(deploy()).isEqualTo(1);
    assertThat(scf.smoked()).isEmpty();
    scf.refuseNext("CreateFunction", "LimitExceeded.Function");
    assertThat(deploy()).isEqualTo(1);
    assertThat(scf.smoked()).containsExactly("POST /tcr-create-instance {} signed:false");
  }

  @Test
  void tellsScriptsToo() {
    scf.smokeAnswers(401, 200);

    assertThat(deploy("--output", "json")).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "\"Smoke\":[{\"Name\":\"tcr-create-instance\",\"State\":\"up\",\"Message\":\"\"},"
                + "{\"Name\":\"tcr-describe-instances\",\"State\":\"failed\",\"Message\":\"HTTP"
                + " 200 in place of 401; another program answers there");
  }

  private int deploy(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("deploy", "--region", "ap-guangzhou", "--endpoint", scf.uri().toString()));
    all.addAll(List.of("--template", folder.resolve("template.yaml").toString()));
    all.addAll(List.of(more));
    return run.run(all.toArray(String[]::new));
  }

  private void template(String yaml) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), yaml, UTF_8);
  }
}
