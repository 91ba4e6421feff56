// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @Test
  void aTakenPortIsOneSentenceThatSaysHowToMove(@TempDir Path data) throws IOException {
    int port = RunningLocal.freePorts();
    try (ServerSocket taken = new ServerSocket(port + 2, 1, InetAddress.getLoopbackAddress())) {
      LocalSettings settings =
          LocalSettings.from(
              Map.of("berth.port", Integer.toString(port), "berth.data", data.toString()));
      assertThatThrownBy(
              () -> Local.start(settings, Clock.systemUTC(), new SecureRandom(), System.out))
          .hasMessage(
              "Port "
                  + taken.getLocalPort()
                  + " (cloud) is taken; stop what runs there, or move all ports with -Dberth.port=9100.");
    }
  }

  @Test
  void refusesAPortThatIsNone() {
    for (String port : new String[] {"0", "80", "65535", "70000", "80a", "", "-1"}) {
      assertThatThrownBy(() -> LocalSettings.from(Map.of("berth.port", port)))
          .hasMessage(
              "berth.port must be a number from 1024 to 65531, like 9100; it is '" + port + "'.");
    }
  }

  @Test
  void theFourPortsFollowTheFirst() {
    LocalSettings settings = LocalSettings.from(Map.of("berth.port", "9100"));
    assertThat(settings.consolePort()).isEqualTo(9100);
    assertThat(settings.botPort()).isEqualTo(9101);
    assertThat(settings.cloudPort()).isEqualTo(9102);
    assertThat(settings.functionsPort()).isEqualTo(9103);
  }

  @Test
  void secretsAreMadeOnceReadableByTheirOwnerAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secrets.env");
    LocalSecrets first = LocalSecrets.in(file, new SecureRandom());
    LocalSecrets second = LocalSecrets.in(file, new SecureRandom());
    assertThat(second.get(LocalSecrets.SIGNING_SECRET))
        .isEqualTo(first.get(LocalSecrets.SIGNING_SECRET))
        .isNotBlank();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aPolicyThatIsMissingIsOneSentence(@TempDir Path folder) {
    Path missing = folder.resolve("tcr-create-instance.json");
    assertThatThrownBy(() -> RolePolicies.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The functions' policies cannot be used: "
                + missing
                + " cannot be read; is it a file, and may you read it?");
  }

  @Test
  void theBotIsGivenNoCloudKey(@TempDir Path folder) throws IOException {
    LocalSecrets secrets = LocalSecrets.in(folder.resolve("secrets.env"), new SecureRandom());
    assertThat(BotFiles.environment(secrets).keySet())
        .noneMatch(name -> name.startsWith("TENCENTCLOUD"));
    assertThat(BotFiles.environment(secrets).values())
        .doesNotContain(secrets.get(LocalSecrets.SECRET_KEY));
  }
}
