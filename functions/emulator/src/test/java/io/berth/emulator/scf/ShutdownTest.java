// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, seen from outside. */
class ShutdownTest {
  @TempDir Path folder;

  /** Runs the service with one instance until it is ended. */
  static final class Host {
    public static void main(String[] arguments) throws Exception {
      try (RunningScf scf = new RunningScf(Path.of(arguments[0]))) {
        scf.deploy(RunningScf.function("probe", Zips.probe("one")));
        System.out.println(scf.post("/probe", "do:pid:;").body());
        System.in.read();
      }
    }
  }

  @Test
  void leavesNoProcessBehindWhenTheEmulatorIsInterrupted() throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Host.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8));
    long instance = Long.parseLong(said.readLine());
    assertThat(Await.alive(instance)).isTrue();

    host.destroy();
    host.waitFor();

    Await.until("the instance is gone", () -> !Await.alive(instance));
  }
}
