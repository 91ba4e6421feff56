// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All of Berth, started for a test class from the files that the build made, and stopped behind it.
 */
final class RunningLocal implements BeforeAllCallback, AfterAllCallback {
  private Local local;
  private Path data;
  private LocalSettings settings;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "berth-data");
    Map<String, String> properties =
        Map.of(
            "berth.root", Path.of("../..").toAbsolutePath().normalize().toString(),
            "berth.data", data.toString(),
            "berth.port", Integer.toString(freePorts()));
    settings = LocalSettings.from(properties);
    start();
  }

  private void start() throws IOException {
    local =
        Local.start(
            settings, Clock.systemUTC(), new SecureRandom(), new PrintStream(System.out, true));
  }

  /** Stops everything and starts it again on the same folder and ports. */
  void restart() throws IOException {
    local.close();
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (local != null) {
      local.close();
    }
  }

  Local local() {
    return local;
  }

  Path data() {
    return data;
  }

  Chat chat() {
    return new Chat(uri(local.settings().consolePort()));
  }

  Cloud cloud() {
    return new Cloud(uri(local.settings().cloudPort()));
  }

  /** Kills the bot without a word, and waits until another one listens in its place. */
  void killBot() {
    long pid = local.botPid();
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    Http.await("another bot", () -> Optional.of(local.botPid()).filter(now -> now != pid));
    Http.await("its door", () -> Optional.of(settings.botPort()).filter(RunningLocal::listens));
  }

  private static boolean listens(int port) {
    try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return door.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Calls a function as {@code ci}, past the bot; what the command printed. */
  String call(FunctionName function, String json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String name = LocalSecrets.ciSecret(function);
    io.berth.deploy.Main.run(
        new String[] {
          "call",
          function.wireName(),
          "--url",
          local.url(function).toString(),
          "--secret-env",
          name,
          "--data",
          json
        },
        Map.of(name, local.secrets().get(name)),
        InputStream.nullInputStream(),
        print,
        print,
        Clock.systemUTC());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static URI uri(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The first of five free ports in a row. */
  static int freePorts() {
    Random random = new Random();
    for (int i = 0; i < 200; i++) {
      int port = 20_000 + random.nextInt(12_000);
      if (Ports.taken(new LocalSettings(port, Path.of("."), java.util.Optional.empty()))
          .isEmpty()) {
        return port;
      }
    }
    throw new IllegalStateException("no five free ports in a row");
  }
}
