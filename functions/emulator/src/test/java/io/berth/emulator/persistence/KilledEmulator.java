// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import io.berth.emulator.Main;
import io.berth.emulator.TestCloud;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The emulator as a process of its own, which a test can kill. */
final class KilledEmulator implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI cloud;

  KilledEmulator(Path data) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "--port=0",
                "--functions-port=0",
                "--secret-id=" + TestCloud.ID,
                "--secret-key=" + TestCloud.KEY,
                "--data=" + data)
            .redirectErrorStream(true)
            .start();
    cloud = ready(process.inputReader(StandardCharsets.UTF_8));
  }

  private static URI ready(BufferedReader out) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready cloud=")) {
        return URI.create(line.substring("ready cloud=".length()).split(" ")[0]);
      }
      all.append(line).append('\n');
    }
    throw new IOException("did not start: " + all);
  }

  URI cloud() {
    return cloud;
  }

  String send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /** SIGKILL: nothing in the process gets to run any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
