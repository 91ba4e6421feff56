// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.deploy.template.SmallBundle;
import io.berth.deploy.template.TemplateText;
import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole deploy path against the emulator's SCF, which has signature code and rules of its own.
 */
class EmulatorDeployTest {

  private static final String REFUSING =
      """
      #!/bin/sh
      api="http://$SCF_RUNTIME_API:$SCF_RUNTIME_API_PORT/runtime"
      curl -s -d ' ' "$api/init/ready"
      while curl -s -o /dev/null "$api/invocation/next"; do
        curl -s -H 'content-type: application/json' "$api/invocation/response" -d '{"statusCode":401,
          "headers":{"content-type":"application/json"},"body":"{\\"Error\\":{\\"Code\\":\
      \\"unauthenticated\\",\\"Message\\":\\"no\\"},\\"Outcome\\":\\"refused\\",\
      \\"RequestId\\":\\"r\\"}"}'
      done
      """;

  @TempDir Path folder;
  private Emulator emulator;
  private final CommandLineRun run = new CommandLineRun().at(Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    emulator =
        Emulator.start(
            new Options(
                0,
                0,
                "AKIDemulator",
                "canary-key",
                Clock.systemUTC(),
                new SecureRandom(),
                folder.resolve("scf"),
                new PrintStream(OutputStream.nullOutputStream())));
    SmallBundle.write(folder.resolve("code.zip"));
    template(TemplateText.GOOD);
    run.deploying("AKIDemulator");
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void deploysAndThenChangesNothing() {
    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     created    " + url("tcr-create-instance"),
            "tcr-describe-instances  created    " + url("tcr-describe-instances"));

    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     unchanged  " + url("tcr-create-instance"),
            "tcr-describe-instances  unchanged  " + url("tcr-describe-instances"));
  }

  @Test
  void updatesWhatDiffersAndOnlyThat() throws IOException {
    deploy();
    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", "#!/bin/sh\nexit 2\n", "rwxr-xr-x");
    template(
        TemplateText.with("        Role: berth-create", "        Timeout: 20\n        Role: r2"));
    run.with("ENDPOINT", emulator.cloud().toString());

    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines())
        .containsExactly(
            "tcr-create-instance     updated    "
                + url("tcr-create-instance")
                + "  (code, Timeout 30 -> 20, Role berth-create -> r2, variable BERTH_CLOUD_ENDPOINT"
                + " new)",
            "tcr-describe-instances  updated    " + url("tcr-describe-instances") + "  (code)");

    run.without("ENDPOINT");
    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines().get(0)).endsWith("  (variable BERTH_CLOUD_ENDPOINT removed)");
    assertThat(deploy()).isZero();
    assertThat(run.errLines()).containsExactly("2 functions: 2 unchanged");
  }

  @Test
  void saysThatTheKeyIsWrong() {
    run.with("TENCENTCLOUD_SECRET_KEY", "another-key");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .startsWith("tcr-create-instance: GetFunction was refused: AuthFailure.SignatureFailure")
        .contains("request id ")
        .endsWith(
            "check TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN, or the key's file");
    assertThat(run.err()).doesNotContain("another-key");
  }

  @Test
  void putsThirtyMegabytesThroughCos() throws IOException {
    SmallBundle.writeLarge(folder.resolve("code.zip"), 30 << 20, 1);
    run.with("BERTH_CODE_BUCKET", "berth-code-1250000000");

    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.errLines()).containsExactly("2 functions: 2 created");
    assertThat(named("code-")).as("one folder for both functions").hasSize(1);
    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.errLines()).containsExactly("2 functions: 2 unchanged");

    SmallBundle.writeLarge(folder.resolve("code.zip"), 30 << 20, 2);
    assertThat(deploy()).as(run.err()).isZero();
    assertThat(run.outLines()).allMatch(line -> line.endsWith("  (code)"));
    assertThat(named("object-")).hasSize(2);
  }

  @Test
  void saysThatTheBucketIsNotThere() throws IOException {
    SmallBundle.writeLarge(folder.resolve("code.zip"), 8 << 20, 1);
    run.with("BERTH_CODE_BUCKET", "berth-code-1259999999");

    assertThat(deploy()).isEqualTo(1);
    assertThat(run.errLines().get(0))
        .startsWith("tcr-create-instance: PUT of /berth/")
        .contains(
            ".zip in bucket berth-code-1259999999 (ap-guangzhou) was refused: NoSuchBucket, The"
                + " specified bucket does not exist. (request id ")
        .endsWith("; create the bucket in this region in COS's console, or correct --code-bucket");
  }

  private List<Path> named(String beginning) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("scf"), 3)) {
      return files.filter(f -> f.getFileName().toString().startsWith(beginning)).toList();
    }
  }

  private String url(String function) {
    return emulator.functions() + "/" + function;
  }

  /**
   * A bundle of shell and curl that answers everything as Berth's functions answer the unsigned.
   */
  @Test
  void callsWhatItDeployedOnce() throws Exception {
    assumeThat(new ProcessBuilder("curl", "--version").start().waitFor()).isZero();
    SmallBundle.write(folder.resolve("code.zip"), "bootstrap", REFUSING, "rwxr-xr-x");

    assertThat(deploy("--smoke")).as(run.err()).isZero();
    assertThat(run.errLines()).containsExactly("2 functions: 2 created");
  }

  @Test
  void saysThatWhatItDeployedDoesNotRun() {
    assertThat(deploy("--smoke")).isEqualTo(1);
    assertThat(run.errLines().get(1))
        .matches(
            "tcr-create-instance is deployed, but its smoke call got HTTP \\d{3} in place of 401;"
                + " it .*; look at the function's log, its role and InitTimeout");
  }

  private int deploy() {
    return deploy("--no-smoke");
  }

  private int deploy(String smoke) {
    return run.runAsProgram(
        "deploy",
        smoke,
        "--template",
        folder.resolve("template.yaml").toString(),
        "--endpoint",
        emulator.cloud().toString(),
        "--region",
        "ap-guangzhou");
  }

  private void template(String yaml) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), yaml);
  }
}
