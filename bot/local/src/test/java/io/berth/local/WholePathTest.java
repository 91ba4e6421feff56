// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.emulator.signature.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the command in the page to the id that is posted back, through every real part. */
class WholePathTest {
  @RegisterExtension static final RunningLocal BERTH = new RunningLocal();

  private final Chat chat = BERTH.chat();
  private final Cloud cloud = BERTH.cloud();

  @Test
  void anApprovedRegistryIsCreatedAnnouncedAndFollowedUntilItRuns() {
    String id = chat.ask("alice", "create registry tcr-test --type standard --sync-tag");
    assertThat(cloud.registries("tcr-test")).isEmpty();

    chat.approve("bob", id);

    String told = Json.write(chat.awaitMessage("alice", "@berth", "tcr-test is created"));
    String registryId = chat.find("tcr-[a-z0-9]{8}\\b", told).orElseThrow();
    Map<String, Object> registry = cloud.awaitRegistry("tcr-test");
    assertThat(registry).containsEntry("RegistryId", registryId);
    assertThat(Json.write(registry)).contains("chatops-request", id);
    chat.awaitMessage("alice", "@berth", registryId, "unning");
    chat.awaitMessage("bob", "#approvals", id, registryId);
    assertThat(cloud.registries("tcr-test")).hasSize(1);
  }

  @Test
  void aRegisterCodeIsShownOnceToWhoAskedAndStandsNowhereElse() throws IOException {
    String id =
        chat.ask(
            "alice",
            "create code --description webserver --prefix webserver --limit 10 --hours 4 --ip 192.168.10.1/10");
    chat.approve("bob", id);
    Map<String, Object> offer = chat.awaitMessage("alice", "@berth", "\"reveal\"");
    String codeId = String.valueOf(cloud.registerCodes("webserver").get(0).get("RegisterCodeId"));
    assertThat(Json.write(offer)).contains(codeId);
    assertThat(chat.everythingSeenBy("alice")).doesNotContainPattern("\\b[0-9a-f]{64}\\b");

    chat.click("alice", "@berth", offer, "reveal");
    String shown =
        Http.await(
            "the form",
            () -> Optional.of(chat.views("alice")).filter(v -> !v.isEmpty()).map(Json::write));
    String value = chat.find("\\b[0-9a-f]{64}\\b", shown).orElseThrow();
    assertThat(shown).contains("tat_agent register ap-guangzhou " + codeId + " " + value);
    Http.await(
        "the end of the button, or the refusal to show it again",
        () ->
            Optional.of(chat.click("alice", "@berth", offer, "reveal"))
                .filter(answer -> answer.contains("already") || answer.contains("no_such_button")));
    assertThat(chat.views("alice")).hasSize(1);
    for (String other : List.of("amir", "bob", "carol", "dave", "erin")) {
      assertThat(chat.everythingSeenBy(other)).doesNotContain(value);
    }
    assertThat(Json.write(chat.messages("alice", "@berth"))).doesNotContain(value);
    assertThat(cloud.stateText()).doesNotContain(value);
    assertThat(filesThatHold(value)).isEmpty();
  }

  @Test
  void whoAskedCannotApprove() {
    String id = chat.ask("alice", "create registry hers-alone --type basic");
    chat.click("alice", "#approvals", chat.card("alice", id), "approve");
    chat.awaitMessage("alice", "#approvals", "\"ephemeral\":true", "own request");
    assertThat(chat.type("alice", "show " + id)).contains("waits for");
    assertThat(cloud.registries("hers-alone")).isEmpty();
  }

  @Test
  void whoIsInNoTeamIsToldSoAndNothingIsStored() {
    for (String stranger : List.of("erin", "dave")) {
      String answer = chat.type(stranger, "create registry for-erin --type basic");
      assertThat(answer).containsIgnoringCase("team");
      assertThat(chat.find("\\b[0-9A-HJKMNP-TV-Z]{26}\\b", answer)).isEmpty();
    }
  }

  @Test
  void twoApproversAtOnceAndDoubleClicksProvisionOnce() throws Exception {
    String id = chat.ask("amir", "create registry at-once --type premium");
    Map<String, Object> card = chat.card("bob", id);
    ExecutorService people = Executors.newFixedThreadPool(6);
    try {
      Callable<String> bob = () -> chat.click("bob", "#approvals", card, "approve");
      Callable<String> carol = () -> chat.click("carol", "#approvals", card, "approve");
      people.invokeAll(List.of(bob, carol, bob, carol, bob, carol));
    } finally {
      people.shutdown();
    }
    chat.awaitMessage("amir", "@berth", "at-once", "unning");
    assertThat(cloud.registries("at-once")).hasSize(1);
    assertThat(
            chat.messages("amir", "@berth").stream()
                .map(Json::write)
                .filter(m -> m.contains("at-once") && m.contains("unning"))
                .count())
        .isEqualTo(1);
  }

  @Test
  void aDeniedRequestIsNotCreatedAndTheReasonReachesWhoAsked() {
    String id = chat.ask("alice", "create registry too-many --type basic");
    chat.click("carol", "#approvals", chat.card("carol", id), "deny");
    Map<String, Object> form =
        Http.await("the form", () -> chat.views("carol").stream().findFirst());
    Http.send(
        "POST",
        java.net.URI.create(
            "http://127.0.0.1:"
                + BERTH.local().settings().consolePort()
                + "/local/views/"
                + form.get("id")
                + "/submit"),
        Map.of("user", "carol", "values", Map.of("reason", "We have three already.")));
    chat.awaitMessage("alice", "@berth", "too-many", "We have three already.");
    assertThat(cloud.registries("too-many")).isEmpty();
  }

  @Test
  void aPipelineCallsAFunctionWithItsOwnSecretAndTheDocumentsExample() {
    String out =
        BERTH.call(
            FunctionName.TCR_CREATE_INSTANCE,
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"by-pipeline\",\"RegistryType\":\"standard\",\"SyncTag\":true}");
    assertThat(out)
        .containsPattern(
            "\\{\"RegistryId\":\"tcr-[a-z0-9]{8}\",\"Outcome\":\"created\",\"RequestId\":\"[^\"]+\"}");
    String code =
        BERTH.call(
            FunctionName.TAT_CREATE_REGISTER_CODE,
            "{\"Region\":\"ap-guangzhou\",\"Description\":\"pipeline\",\"InstanceNamePrefix\":\"webserver\",\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}");
    assertThat(code)
        .contains("\"RegisterCodeId\"", "\"RegisterCodeValueSealed\"", "\"Outcome\":\"created\"")
        .doesNotContainPattern("\\b[0-9a-f]{64}\\b");
  }

  @Test
  void aFunctionsKeyMayDoNothingButItsFunctionsWork() throws Exception {
    Keys.TemporaryKey key = BERTH.local().roleKey(FunctionName.TCR_DESCRIBE_INSTANCES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Path root = BERTH.local().settings().root();
    URI cloud = URI.create("http://127.0.0.1:" + BERTH.local().settings().cloudPort());
    Map<String, String> environment = Functions.environment(BERTH.local().secrets(), cloud);
    environment.put(LocalSecrets.SECRET_ID, key.secretId());
    environment.put(LocalSecrets.SECRET_KEY, key.secretKey());
    environment.put("TENCENTCLOUD_TOKEN", key.token());

    int exit =
        io.berth.deploy.Main.run(
            new String[] {
              "deploy",
              "--template",
              root.resolve("template.yaml").toString(),
              "--endpoint",
              cloud.toString(),
              "--region",
              "ap-guangzhou"
            },
            environment,
            InputStream.nullInputStream(),
            print,
            print,
            Clock.systemUTC());

    assertThat(exit).isNotZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("GetFunction was refused: UnauthorizedOperation", "allow the deploying key");
  }

  /**
   * Everything that a run leaves on disk: logs of all parts, the functions' own output, the
   * database.
   */
  private static List<Path> filesThatHold(String value) throws IOException {
    try (Stream<Path> files = Files.walk(BERTH.data())) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, value)).toList();
    }
  }

  private static boolean holds(Path file, String value) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String utf16 = new String(bytes, StandardCharsets.UTF_16LE);
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(value)
          || utf16.contains(value);
    } catch (IOException e) {
      return false;
    }
  }
}
