// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.contract.auth.ApprovalKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private static final String YAML =
      """
      slack: {signing_secret: "${SIGNING}", bot_token: "${TOKEN}", api_url: "http://127.0.0.1:9/api/", approvals_channel: C0APPROVALS, workspaces: [T0BERTH]}
      server: {port: %d, admin_port: %d}
      database: {url: "jdbc:h2:file:%s;WRITE_DELAY=0", user: sa, password: ""}
      approval: {key_id: local, signing_key: "${KEY}", expires: 24h}
      functions:
        tcr-create-instance: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tcr-describe-instances: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tcr-create-namespace: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tcr-describe-namespaces: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tat-create-register-code: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tat-describe-register-codes: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
        tat-disable-register-codes: {url: "http://127.0.0.1:9/a", secrets: ["${FN}"]}
      region: ap-guangzhou
      teams: {payments: {members: [U0ALICE]}}
      approvers: {platform: [U0BOB]}
      policy:
        - {when: {kind: registry}, approvals: 1, from: platform}
      """;

  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicReference<Runnable> stop = new AtomicReference<>();
  private final CountDownLatch serving = new CountDownLatch(1);
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void secrets() {
    environment.put("SIGNING", Town.SIGNING_SECRET);
    environment.put("TOKEN", Town.BOT_TOKEN);
    environment.put("KEY", ApprovalKeys.generate().signingKey().reveal());
    environment.put("FN", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
  }

  private int berth(String... arguments) {
    CommandLine berth =
        Main.commandLine(
            environment,
            Clock.systemUTC(),
            new SecureRandom(),
            closing -> {
              stop.set(closing);
              serving.countDown();
            });
    berth.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return berth.execute(arguments);
  }

  private String config(int port, int adminPort) throws IOException {
    Path file = directory.resolve("berth.yaml");
    Files.writeString(file, YAML.formatted(port, adminPort, directory.resolve("data")));
    return file.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void servesUntilToldToStopAndPrintsOneReadyLineAndNoSecret() throws Exception {
    int port = freePort();
    int admin = freePort();
    String file = config(port, admin);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> berth("serve", "--config", file));
    assertThat(serving.await(30, TimeUnit.SECONDS)).as(err.toString()).isTrue();
    stop.get().run();
    assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("ready bot=http://127.0.0.1:" + port + " admin=http://127.0.0.1:" + admin);
    environment.values().forEach(secret -> assertThat(err.toString() + out).doesNotContain(secret));
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String file = config(taken.getLocalPort(), freePort());
      assertThat(berth("serve", "--config", file)).isEqualTo(1);
      assertThat(err.toString())
          .contains("Port " + taken.getLocalPort() + " is taken")
          .contains("server:");
      assertThat(out.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "audit", "check"})
  void printsEveryMistakeOfTheConfigurationAndLeavesWithTwo(String command) throws Exception {
    environment.put("SIGNING", "short");
    environment.remove("FN");
    assertThat(berth(command, "--config", config(freePort(), freePort()))).isEqualTo(2);
    assertThat(err.toString()).contains("signing_secret").contains("FN");
    assertThat(err.toString()).doesNotContain(environment.get("TOKEN"), "Exception");
  }

  @Test
  void auditOfADatabaseThatIsNotThereSaysSoAndMakesNone() throws Exception {
    assertThat(berth("audit", "--config", config(freePort(), freePort()))).isEqualTo(2);
    assertThat(err.toString()).contains("There is no database yet");
    assertThat(directory.resolve("data.mv.db")).doesNotExist();
  }

  @Test
  void auditPrintsRowsAndNamesTheFirstThatWasChanged() throws Exception {
    String file = config(freePort(), freePort());
    askOnce();
    assertThat(berth("audit", "--config", file)).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.startsWith("{\"seq\":")).isNotEmpty();
    assertThat(berth("audit", "--verify", "--config", file)).isZero();
    assertThat(out.toString()).contains("The audit log is whole.");
    change("UPDATE audit SET actor = 'U0EVE' WHERE seq = 1");
    assertThat(berth("audit", "--verify", "--config", file)).isEqualTo(1);
    assertThat(out.toString()).contains("row 1 was changed, moved or removed");
  }

  @Test
  void auditSinceLeavesOutWhatIsOlder() throws Exception {
    String file = config(freePort(), freePort());
    askOnce();
    assertThat(berth("audit", "--since", "2999-01-01", "--config", file)).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(berth("audit", "--since", "last week", "--config", file)).isEqualTo(2);
    assertThat(err.toString()).contains("2026-11-21T08:00:00Z");
  }

  private void askOnce() {
    LedgerRows.one("jdbc:h2:file:" + directory.resolve("data") + ";WRITE_DELAY=0");
  }

  private void change(String sql) throws SQLException {
    String url =
        "jdbc:h2:file:" + directory.resolve("data") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      connection.createStatement().executeUpdate(sql);
    }
  }

  @Test
  void printsTheManifestForAnHttpsAddressOnly() {
    assertThat(berth("manifest", "--url", "https://berth.example.com", "--command", "/reg"))
        .isZero();
    assertThat(out.toString()).contains("\"command\":\"/reg\"");
    for (String url : new String[] {"http://x", "https://x/y", "https://u@x", "https://x?q", "x"}) {
      assertThat(berth("manifest", "--url", url)).as(url).isEqualTo(2);
    }
    assertThat(berth("manifest", "--url", "https://x", "--command", "tcr")).isEqualTo(2);
  }

  @Test
  void readsNoFileThatAnArgumentNames() throws Exception {
    Path file =
        Files.writeString(directory.resolve("secret.txt"), "create registry leaked --type basic");
    berth("try", "@" + file);
    assertThat(out.toString() + err).doesNotContain("leaked");
  }

  @Test
  void helpNamesEveryKindOfThing() {
    assertThat(berth("--help")).isZero();
    String help = out.toString().replaceAll("\\s+", " ");
    for (Kind kind : Kinds.ALL) {
      assertThat(help).containsIgnoringCase(kind.plural());
    }
  }

  @Test
  void withoutACommandItSaysWhichThereAre() {
    assertThat(berth()).isEqualTo(2);
    assertThat(err.toString()).contains("init", "serve", "check", "try", "audit", "manifest");
  }
}
