// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.cam.AccessRequest;
import io.berth.emulator.cam.Permissions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;

  private Options options(String... words) throws Exception {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return Main.options(
        Arguments.of(words), new WorkFolder(folder, true), new SecureRandom(), nowhere);
  }

  @Test
  void takesTheUsualPortsAndANewKeyWhenNothingIsSaid() throws Exception {
    Options options = options();

    assertThat(options.port()).isEqualTo(8102);
    assertThat(options.functionsPort()).isEqualTo(8103);
    assertThat(options.secretId()).matches("AKID[a-z0-9]{32}");
    assertThat(options.secretKey()).matches("[a-z0-9]{32}").isNotEqualTo(options().secretKey());
    assertThat(options.toString()).doesNotContain(options.secretKey());
  }

  @Test
  void takesBothWaysToWriteAnOption() throws Exception {
    Options options =
        options("--port", "0", "--functions-port=0", "--secret-id=AKID1", "--secret-key", "k");

    assertThat(options.port()).isZero();
    assertThat(options.secretId()).isEqualTo("AKID1");
    assertThat(options.secretKey()).isEqualTo("k");
  }

  @Test
  void refusesInOneSentence() {
    refuses("There is no option --prot; --help lists them all.", "--prot=1");
    refuses("The option --port needs a value.", "--port");
    refuses("The option --port must be a number from 0 to 65535.", "--port=99999");
    refuses("The option --port must be a number from 0 to 65535.", "--port=x");
    refuses("The option --loose takes no value.", "--loose=yes");
    String address = "The option --bind must be an IP address, e.g. 0.0.0.0 or 192.168.1.5.";
    refuses(address, "--bind=localhost");
    refuses(address, "--bind=1.2.3.256");
    refuses(address, "--bind=1.2");
    refuses(address, "--bind=::x");
    refuses(address, "--bind=");
    String name =
        "The option --host must be a host name or an IP address, without a scheme or port,"
            + " e.g. emulator.";
    refuses(name, "--host=*");
    refuses(name, "--host=http://emulator");
    refuses(name, "--host=emulator:8102");
    refuses("Give --secret-id and --secret-key together, or neither.", "--secret-id=AKID1");
  }

  @Test
  void takesAnOptionOnceOnly() {
    refuses("The option --port is given twice; give it once.", "--port=0", "--port=0");
  }

  private String policy(String name, String effect) throws Exception {
    String statement = "{\"effect\":\"" + effect + "\",\"action\":\"*\",\"resource\":\"*\"}";
    String json = "{\"version\":\"2.0\",\"statement\":[" + statement + "]}";
    return Files.writeString(folder.resolve(name), json).toString();
  }

  @Test
  void takesPoliciesForEveryKeyAndForRoles() throws Exception {
    String allow = policy("allow.json", "allow");
    String deny = policy("deny.json", "deny");
    AccessRequest any = new AccessRequest("tcr:X", "*", Optional.empty());

    Permissions permissions =
        options("--cam", deny, "--cam=builder=" + allow, "--cam", "ops.team=" + allow)
            .settings()
            .permissions();

    assertThat(permissions.roles()).containsOnlyKeys("builder", "ops.team");
    assertThat(permissions.allows(Optional.empty(), any)).isFalse();
    assertThat(permissions.allows(Optional.of("builder"), any)).isTrue();
    assertThat(permissions.allows(Optional.of("other"), any)).isFalse();
    assertThat(options().settings().permissions()).isEqualTo(Permissions.UNLIMITED);
  }

  @Test
  void refusesPoliciesThatItCannotUse() throws Exception {
    String allow = policy("allow.json", "allow");
    String bad = policy("bad.json", "maybe");
    String twice = " two policies; put both into one file.";
    String form =
        "The option --cam must be FILE or ROLE=FILE, with a role's name of 1 to 128 letters, digits"
            + " and + , . @ _ -.";
    refuses("The option --cam needs a value.", "--cam");
    refuses("The option --cam gives every key" + twice, "--cam", allow, "--cam", allow);
    refuses("The option --cam gives the role a" + twice, "--cam=a=" + allow, "--cam=a=" + allow);
    refuses(form, "--cam==" + allow);
    refuses(form, "--cam=a/b=" + allow);
    refuses(
        "The option --cam cannot be used: "
            + bad
            + ": statement.0.effect must be \"allow\" or \"deny\", in lower case.",
        "--cam=builder=" + bad);
    refuses(
        "The option --cam cannot be used: none.json cannot be read; is it a file, and may you read"
            + " it?",
        "--cam=none.json");
  }

  private void refuses(String sentence, String... words) {
    assertThatThrownBy(() -> options(words)).hasMessage(sentence);
  }

  @Test
  void removesATemporaryFolderAndKeepsANamedOne() throws Exception {
    WorkFolder temporary = WorkFolder.of(Optional.empty());
    Files.createDirectories(temporary.path().resolve("code/lib"));
    Files.writeString(temporary.path().resolve("code/lib/a.txt"), "a");
    WorkFolder named = WorkFolder.of(Optional.of(folder.resolve("data").toString()));

    temporary.close();
    named.close();

    assertThat(temporary.path()).doesNotExist();
    assertThat(named.path()).exists();
  }

  @Test
  void namesAPortThatIsTakenAndTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> Emulator.start(options("--port=" + taken.getLocalPort(), "--functions-port=0")))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "Port "
                  + taken.getLocalPort()
                  + " on 127.0.0.1 is taken: stop what listens there, or give another one with"
                  + " --port N.");
    }
  }

  @Test
  void freesItsPortsWhenItIsClosed() throws Exception {
    Options any = options("--port=0", "--functions-port=0");
    int port;
    try (Emulator emulator = Emulator.start(any)) {
      port = emulator.cloud().getPort();
    }
    try (Emulator again = Emulator.start(options("--port=" + port, "--functions-port=0"))) {
      assertThat(again.cloud().getPort()).isEqualTo(port);
    }
  }

  @Test
  void isStrictAndOnLoopbackUnlessToldOtherwise() throws Exception {
    Options options = options("--port=0", "--functions-port=0");

    assertThat(options.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(greeting(options))
        .contains("loopback only")
        .doesNotContain("Loose")
        .doesNotContain("Warning");
  }

  @Test
  void saysThatItIsLoose() throws Exception {
    Options options = options("--loose", "--port=0", "--functions-port=0");

    assertThat(options.settings().loose()).isTrue();
    assertThat(greeting(options))
        .contains("Loose: calls may pass here that the cloud refuses (--loose).\n");
  }

  @Test
  void warnsWhenOthersMayReachIt() throws Exception {
    Options options =
        options("--bind=0.0.0.0", "--host=A", "--host", "b", "--port=0", "--functions-port=0");

    assertThat(options.settings().listening().names()).containsExactlyInAnyOrder("a", "b");
    assertThat(greeting(options))
        .doesNotContain("loopback only")
        .contains(
            "Warning: it listens on 0.0.0.0, so whoever reaches that address may read and change"
                + " everything here.\n")
        .contains("ready cloud=http://127.0.0.1:");
  }

  private static String greeting(Options options) throws IOException {
    try (Emulator emulator = Emulator.start(options)) {
      return Main.greeting(emulator, options);
    }
  }

  @Test
  void namesAnAddressThatThisMachineDoesNotHave() {
    // 192.0.2.0/24 is kept for documentation.
    assertThatThrownBy(
            () -> Emulator.start(options("--bind=192.0.2.7", "--port=0", "--functions-port=0")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "This machine has no address 192.0.2.7: give one that it has, or 0.0.0.0 for all.");
  }
}
