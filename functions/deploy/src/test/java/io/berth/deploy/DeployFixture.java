// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static io.berth.deploy.CommandLineRun.CALLER_SECRET;
import static io.berth.deploy.template.TemplateText.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.deploy.template.SmallBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A template that is right and a cloud that has nothing yet; no test ever shows a secret. */
abstract class DeployFixture {
  static final String CREATE_URL =
      "https://1250000000-hulrzrbh9f.ap-guangzhou.tencentscf.com/tcr-create-instance";
  static final String DESCRIBE_URL =
      "https://1250000000-hulrzrbh9f.ap-guangzhou.tencentscf.com/tcr-describe-instances";

  @TempDir Path folder;
  FakeScf scf;
  final CommandLineRun run = new CommandLineRun();

  @BeforeEach
  void start() throws IOException {
    scf = FakeScf.start();
    SmallBundle.write(folder.resolve("code.zip"));
    template(GOOD);
    run.deploying("AKIDtest");
  }

  @AfterEach
  void stop() {
    scf.close();
    assertThat(run.out() + run.err()).doesNotContain("canary-key", CALLER_SECRET, "\tat ");
  }

  final int deploy(String... more) {
    List<String> fixed =
        List.of(
            "deploy",
            "--no-smoke",
            "--template",
            folder.resolve("template.yaml").toString(),
            "--endpoint",
            scf.uri().toString(),
            "--region",
            "ap-guangzhou");
    return run.run(Stream.concat(fixed.stream(), Stream.of(more)).toArray(String[]::new));
  }

  final void template(String yaml) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), yaml);
  }
}
