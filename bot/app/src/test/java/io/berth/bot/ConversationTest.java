// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whole conversations, as people see them. */
class ConversationTest {
  private static final String ASK = "create registry payments --type standard --sync-tag";

  @TempDir Path directory;
  private Town town;

  @BeforeEach
  void open() throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Map<String, Object> card(String... words) {
    return town.sees("bob", "#approvals", words);
  }

  @Test
  void aRegistryIsAskedForApprovedCreatedAndRunning() {
    Map<String, Object> said = town.command("alice", ASK);
    assertThat(Json.write(said)).contains("is stored: registry payments");
    town.sees("alice", "@berth", "waits for 1 approval");

    Map<String, Object> card =
        card("Registry payments", "RegistryName\\npayments", "SyncTag\\ntrue", "0 of 1");
    town.click("bob", "#approvals", card, "approve");

    town.sees(
        "alice",
        "@berth",
        "is created: `tcr-00000001`",
        "Running: push your images",
        "Approved by <@U0BOB>");
    Map<String, Object> done = card("Created: `tcr-00000001` · Running", "<@U0BOB> approved");
    assertThat(done.get("ts")).as("the same card").isEqualTo(card.get("ts"));
    assertThat(Json.write(done)).doesNotContain("\"actions\"");
    assertThat(town.functions.created).hasSize(1);
  }

  @Test
  void aRequesterCannotApproveHerOwnRequest() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    town.click("alice", "#approvals", card, "approve");
    Map<String, Object> refusal = town.sees("alice", "#approvals", "\"ephemeral\":true");
    assertThat(String.valueOf(refusal.get("text"))).isNotBlank();
    assertThat(town.messages("bob", "#approvals").stream().map(Json::write))
        .noneMatch(m -> m.contains("\"ephemeral\":true"));
    town.click("bob", "#approvals", card, "approve");
    card("Created: `tcr-00000001`", "<@U0BOB> approved");
    assertThat(Json.write(card("Created"))).doesNotContain("<@U0ALICE> approved");
  }

  @Test
  void anApproverWhoAsksNeedsAnotherOne() {
    town.command("bob", "create registry bobs-own --type basic --team payments");
    Map<String, Object> card = card("Registry bobs-own");
    town.click("bob", "#approvals", card, "approve");
    town.sees("bob", "#approvals", "\"ephemeral\":true");
    assertThat(town.functions.created).isEmpty();
    town.click("carol", "#approvals", card, "approve");
    card("Created", "<@U0CAROL> approved");
  }

  @Test
  void aGuestCannotApproveThoughHeIsListed() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    town.click("dave", "#approvals", card, "approve");
    town.sees("dave", "#approvals", "Guests and apps cannot approve");
    assertThat(town.functions.created).isEmpty();
  }

  @Test
  void twoClicksAndTwoApproversProvisionOnce() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    Stream.of("bob", "bob", "carol", "carol")
        .parallel()
        .forEach(who -> town.click(who, "#approvals", card, "approve"));
    card("Created: `tcr-00000001` · Running");
    assertThat(town.functions.created).hasSize(1);
  }

  @Test
  void aDenialNeedsAReasonAndReachesTheRequester() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    town.click("bob", "#approvals", card, "deny");
    Map<String, Object> form = town.viewOf("bob");
    assertThat(Json.write(form)).contains("Deny this request");
    town.submit(
        "bob",
        String.valueOf(form.get("id")),
        Map.of("reason", Map.of("reason", "use <https://evil|the old> one")));
    town.sees(
        "alice",
        "@berth",
        "was denied by <@U0BOB>",
        "use <https://evil|the old> one",
        "plain_text");
    assertThat(Json.write(card("Denied"))).doesNotContain("\"actions\"");
    town.click("carol", "#approvals", Map.of("ts", card.get("ts")), "approve");
    assertThat(town.functions.created).isEmpty();
    assertThat(town.views("bob")).isEmpty();
  }

  @Test
  void aCodeIsRevealedOnceAndOnlyToItsRequester() throws IOException {
    town.command(
        "alice",
        "create code --description webserver --prefix webserver --limit 10 --hours 4 --ip 192.168.10.1/10");
    town.click("bob", "#approvals", card("Register code"), "approve");
    Map<String, Object> note = town.sees("alice", "@berth", "is ready", "\"reveal\"");

    town.click("alice", "@berth", note, "reveal");
    Map<String, Object> window = town.viewOf("alice");
    assertThat(Json.write(window))
        .contains(SmallFunctions.VALUE, "sudo tat_agent register ap-guangzhou");
    assertThat(town.views("bob")).isEmpty();

    Map<String, Object> after = town.sees("alice", "@berth", "was shown to you");
    assertThat(Json.write(after)).doesNotContain("\"reveal\"");
    for (String who : List.of("alice", "bob", "carol")) {
      for (String channel : List.of("#requests", "#approvals", "@berth")) {
        assertThat(Json.write(town.messages(who, channel))).doesNotContain(SmallFunctions.VALUE);
      }
    }
    town.stopBot();
    assertThat(filesWith(SmallFunctions.VALUE)).isEmpty();
    town.startBot();
  }

  private Map<String, Object> codeIsReady() {
    town.command("alice", "create code --description webserver --limit 10 --hours 4");
    town.click("bob", "#approvals", card("Register code"), "approve");
    return town.sees("alice", "@berth", "is ready", "\"reveal\"");
  }

  /**
   * The click on a button of this message, as Slack would sign it for that user, channel and
   * trigger.
   */
  private static Map<String, Object> forged(
      Map<String, Object> message, String user, String channel, String trigger) {
    String value =
        Json.write(message)
            .replaceAll("(?s).*\"action_id\":\"reveal\".*?\"value\":\"([^\"]+)\".*", "$1");
    return Map.of(
        "type", "block_actions",
        "team", Map.of("id", "T0BERTH"),
        "user", Map.of("id", user),
        "trigger_id", trigger,
        "container",
            Map.of("type", "message", "channel_id", channel, "message_ts", message.get("ts")),
        "actions", List.of(Map.of("type", "button", "action_id", "reveal", "value", value)));
  }

  @Test
  void nobodyElseCanRevealWithTheSameButton() {
    Map<String, Object> note = codeIsReady();
    assertThat(town.deliver(forged(note, "U0BOB", "D0ALICE", "t1"))).isEqualTo(200);
    assertThat(town.deliver(forged(note, "U0BOB", "C0APPROVALS", "t2"))).isEqualTo(200);
    town.sees("bob", "#approvals", "This is a copy of the message");
    assertThat(town.views("bob")).isEmpty();
    town.click("alice", "@berth", note, "reveal");
    assertThat(Json.write(town.viewOf("alice"))).contains(SmallFunctions.VALUE);
  }

  @Test
  void theOldButtonRevealsNothingTheSecondTime() {
    Map<String, Object> note = codeIsReady();
    town.click("alice", "@berth", note, "reveal");
    town.viewOf("alice");
    town.sees("alice", "@berth", "was shown to you");
    assertThat(town.deliver(forged(note, "U0ALICE", "D0ALICE", "t1"))).isEqualTo(200);
    town.sees("alice", "@berth", "shown already", "\"ephemeral\":true");
    assertThat(town.views("alice")).hasSize(1);
  }

  @Test
  void aWindowThatDidNotOpenDoesNotUseUpTheValue() {
    Map<String, Object> note = codeIsReady();
    town.fault(Map.of("method", "views.open", "error", "expired_trigger_id", "count", 1));
    town.click("alice", "@berth", note, "reveal");
    town.sees("alice", "@berth", "press Reveal again");
    town.click("alice", "@berth", note, "reveal");
    assertThat(Json.write(town.viewOf("alice"))).contains(SmallFunctions.VALUE);
  }

  @Test
  void nothingSecretIsLoggedEvenWhenEverythingIsLogged() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> all = new ListAppender<>();
    all.start();
    root.addAppender(all);
    Level before = root.getLevel();
    Appender<ILoggingEvent> stdout = root.getAppender("stdout");
    root.detachAppender(stdout);
    root.setLevel(Level.DEBUG);
    try {
      Map<String, Object> note = codeIsReady();
      town.click("alice", "@berth", note, "reveal");
      town.viewOf("alice");
      town.deliver(forged(note, "U0BOB", "D0ALICE", "t9"));
    } finally {
      root.setLevel(before);
      root.detachAppender(all);
      root.addAppender(stdout);
    }
    assertThat(all.list).isNotEmpty();
    assertThat(all.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(m -> m.contains(SmallFunctions.VALUE))
        .noneMatch(m -> m.contains(Town.SIGNING_SECRET))
        .noneMatch(m -> m.contains(Town.BOT_TOKEN));
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aButtonOfTheOldCardSaysWhatBecameOfTheRequest() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    town.click("bob", "#approvals", card, "approve");
    card("Created");
    Map<String, Object> old =
        Map.of(
            "user",
            "carol",
            "channel",
            "#approvals",
            "ts",
            card.get("ts"),
            "action_id",
            "approve",
            "earlier",
            true);
    assertThat(Json.write(town.act(old))).contains("\"ok\":true");
    town.sees("carol", "#approvals", "\"ephemeral\":true");
  }

  @Test
  void anAlteredButtonDoesNothing() {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    Map<String, Object> asBob =
        Map.of(
            "user",
            "bob",
            "channel",
            "#approvals",
            "ts",
            card.get("ts"),
            "action_id",
            "approve",
            "value",
            "01JD0000000000000000000001.x.y");
    town.act(asBob);
    assertThat(town.functions.created).isEmpty();
    card("0 of 1");
  }

  @Test
  void aMessageWhoseAnswerWasLostIsPostedOnce() {
    town.fault(Map.of("method", "chat.postMessage", "status", 500, "when", "after", "count", 2));
    town.command("alice", ASK);
    town.click("bob", "#approvals", card("0 of 1"), "approve");
    card("Created: `tcr-00000001` · Running");
    assertThat(
            town.messages("bob", "#approvals").stream()
                .filter(m -> Json.write(m).contains("Registry payments")))
        .hasSize(1);
    assertThat(
            town.messages("alice", "@berth").stream()
                .filter(m -> Json.write(m).contains("waits for 1 approval")))
        .hasSize(1);
  }

  @Test
  void slowDownIsHonouredAndNothingIsLost() {
    town.fault(Map.of("method", "chat.postMessage", "status", 429, "retry_after", 1, "count", 2));
    town.command("alice", ASK);
    card("0 of 1");
    town.sees("alice", "@berth", "waits for 1 approval");
    assertThat(town.admin("/metrics"))
        .contains("berth_outbox_posts_total{audience=\"card\",result=\"put_off\"}");
  }

  @Test
  void theRequesterHearsWhenTheCardCannotBePosted() {
    town.fault(Map.of("method", "chat.postMessage", "error", "not_in_channel", "count", 1));
    town.command("alice", ASK);
    town.sees(
        "alice", "@berth", "cannot post the card for your registry payments", "not_in_channel");
    card("0 of 1");
  }

  @Test
  void aRestartLosesNothing() throws IOException {
    town.command("alice", ASK);
    Map<String, Object> card = card("0 of 1");
    town.stopBot();
    town.startBot();
    town.click("bob", "#approvals", card, "approve");
    card("Created: `tcr-00000001` · Running");
    assertThat(town.functions.created).hasSize(1);
  }

  @Test
  void helpAndMistakesAreAnsweredToThePersonAlone() {
    assertThat(Json.write(town.command("erin", "help"))).contains("create registry");
    assertThat(Json.write(town.command("erin", "creat registry a"))).contains("create");
    assertThat(Json.write(town.command("erin", ASK))).contains("ephemeral");
    Map<String, Object> echo = town.command("alice", "create registry <!channel> --type standard");
    assertThat(Json.write(echo)).doesNotContain("<!channel>");
    assertThat(town.messages("bob", "#approvals")).isEmpty();
  }

  @Test
  void operatorsSeeThatItIsReadyAndWhatItCounted() {
    town.command("alice", ASK);
    card("0 of 1");
    assertThat(town.admin("/healthz")).isEqualTo("{\"status\":\"ok\"}");
    assertThat(town.admin("/readyz")).contains("\"ready\":true").contains("\"slack\":\"ok\"");
    assertThat(town.admin("/metrics"))
        .contains("berth_slack_ack_seconds_count 1")
        .contains("berth_answers_total{door=\"slack\",outcome=\"stored\"} 1.0")
        .contains("berth_pending_requests 1.0")
        .contains("berth_outbox_posts_total{audience=\"card\",result=\"posted\"} 1.0")
        .doesNotContain("payments", "U0ALICE");
  }
}
