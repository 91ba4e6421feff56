// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slash commands: what is sent, how it is signed, what the acknowledgement does. */
class CommandTest {
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World(Duration.ofMillis(700));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void sendsEveryFieldAsAForm() {
    world.command("alice", "create registry payments --type standard");
    assertThat(world.bot.last().type()).isEqualTo("application/x-www-form-urlencoded");
    Map<String, String> form = world.bot.last().form();
    assertThat(form.keySet())
        .containsExactly(
            "token",
            "team_id",
            "team_domain",
            "channel_id",
            "channel_name",
            "user_id",
            "user_name",
            "command",
            "text",
            "api_app_id",
            "is_enterprise_install",
            "response_url",
            "trigger_id");
    assertThat(form)
        .containsEntry("team_id", "T0BERTH")
        .containsEntry("channel_id", "C0REQUESTS")
        .containsEntry("channel_name", "requests")
        .containsEntry("user_id", "U0ALICE")
        .containsEntry("user_name", "alice")
        .containsEntry("command", "/tcr")
        .containsEntry("text", "create registry payments --type standard")
        .doesNotContainKey("thread_ts");
    assertThat(form.get("response_url")).startsWith(world.slack.uri() + "/response/");
  }

  @Test
  void isReadByBoltsOwnParserAndVerifier() {
    world.command("alice", "création “x”");
    SlashCommandPayload payload = new SlashCommandPayloadParser().parse(world.bot.last().body());
    assertThat(payload.getText()).isEqualTo("création “x”");
    assertThat(payload.getUserId()).isEqualTo("U0ALICE");
    assertThat(verified(world.bot.last(), World.SECRET)).isTrue();
    assertThat(verified(world.bot.last(), "another")).isFalse();
  }

  @Test
  void callsTheDirectMessagesDirectmessage() {
    world.local("command", "{'user':'U0ALICE','channel':'@berth','command':'/tcr','text':'list'}");
    assertThat(world.bot.last().form())
        .containsEntry("channel_id", "D0ALICE")
        .containsEntry("channel_name", "directmessage");
  }

  @Test
  void showsNothingWhenTheAcknowledgementIsEmpty() {
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(answer.at("/delivery/status").asInt()).isEqualTo(200);
    assertThat(answer.at("/delivery/millis").isIntegralNumber()).isTrue();
    assertThat(answer.path("saw")).isEmpty();
  }

  @Test
  void showsATextAcknowledgementToItsUserAlone() {
    world.bot.answers = any -> new FakeBot.Acknowledgement(200, "text/plain", "Nothing yet.");
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.at("/saw/0/text").asText()).isEqualTo("Nothing yet.");
    assertThat(answer.at("/saw/0/ephemeral").asBoolean()).isTrue();
    assertThat(world.messages("alice", "#requests")).hasSize(1);
    assertThat(world.messages("bob", "#requests")).isEmpty();
  }

  @Test
  void showsAJsonAcknowledgementToEverybodyWhenItSaysSo() {
    world.bot.answersJson("{\"text\":\"all\",\"response_type\":\"in_channel\"}");
    world.command("alice", "list");
    assertThat(world.messages("bob", "#requests").get(0).path("text").asText()).isEqualTo("all");
  }

  @Test
  void failsWhenTheAcknowledgementBreaksALimit() {
    world.bot.answersJson("{\"blocks\":[{\"type\":\"header\"}]}");
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.path("ok").asBoolean()).isFalse();
    assertThat(answer.path("toast").asText())
        .isEqualTo("/tcr failed with the error “invalid_blocks”");
  }

  @Test
  void timesOutAndIgnoresTheLateBody() throws Exception {
    world.bot.hangs();
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.path("error").asText()).isEqualTo("operation_timeout");
    assertThat(answer.path("toast").asText())
        .isEqualTo("/tcr failed with the error “operation_timeout”");
    world.bot.release.countDown();
    assertThat(world.bot.finished.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    world.bot.answers = any -> FakeBot.SILENT;
    world.command("alice", "list");
    assertThat(world.messages("alice", "#requests")).isEmpty();
    assertThat(world.console.toString(UTF_8)).contains("operation_timeout");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 302, 401, 404, 500})
  void failsOnEveryStatusButTwoHundred(int status) {
    world.bot.answers = any -> new FakeBot.Acknowledgement(status, "text/plain", "ignored");
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.path("error").asText()).isEqualTo("dispatch_failed");
    assertThat(answer.at("/delivery/status").asInt()).isEqualTo(status);
    assertThat(answer.path("saw")).isEmpty();
  }

  @Test
  void failsWhenNobodyListens() {
    world.bot.close();
    assertThat(world.command("alice", "x").path("error").asText()).isEqualTo("dispatch_failed");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isNeverSentAgainByItself(Consumer<FakeBot> failure) {
    failure.accept(world.bot);
    assertThat(world.command("alice", "fails").path("ok").asBoolean()).isFalse();
    world.bot.release.countDown();
    world.bot.answers = any -> FakeBot.SILENT;
    world.command("alice", "list");
    assertThat(world.bot.received)
        .extracting(one -> one.form().get("text"))
        .containsExactly("fails", "list");
  }

  static List<Consumer<FakeBot>> failures() {
    return List.of(
        bot -> bot.answers = any -> new FakeBot.Acknowledgement(500, "text/plain", ""),
        bot -> bot.answers = any -> new FakeBot.Acknowledgement(307, "text/plain", ""),
        FakeBot::hangsUp,
        FakeBot::hangs);
  }

  @ParameterizedTest
  @CsvSource({"wrong_secret,0", "secret_dashes,0", "tampered,0", "stale,-600", "future,600"})
  void signsBadlyOnDemand(String fault, long skew) {
    world.local("faults", "{'deliver':'" + fault + "'}");
    JsonNode answer = world.command("alice", "list");
    FakeBot.Received got = world.bot.last();
    assertThat(Long.parseLong(got.timestamp()))
        .isEqualTo(world.clock.instant().getEpochSecond() + skew);
    assertThat(verified(got, World.SECRET)).isEqualTo(skew != 0);
    assertThat(verified(got, "---")).isEqualTo(fault.equals("secret_dashes"));
    assertThat(answer.at("/delivery/fault").asText()).isEqualTo(fault);
    world.command("alice", "list");
    assertThat(verified(world.bot.last(), World.SECRET)).isTrue();
  }

  @Test
  void leavesTheSignatureOutOnDemand() {
    world.local("faults", "{'deliver':'unsigned','count':2}");
    world.command("alice", "1");
    world.command("alice", "2");
    world.command("alice", "3");
    assertThat(world.bot.received)
        .extracting(got -> got.signature() == null)
        .containsExactly(true, true, false);
  }

  @Test
  void replaysTheSameBytesOnDemand() {
    world.local("faults", "{'deliver':'replay'}");
    world.command("alice", "list");
    assertThat(world.bot.received).hasSize(2);
    assertThat(world.bot.received.get(1)).isEqualTo(world.bot.received.get(0));
  }

  @Test
  void doublesACommandAtOnceWithItsOwnTriggerAndResponseUrlOnDemand() {
    CyclicBarrier both = new CyclicBarrier(2);
    world.bot.answers =
        any -> {
          await(both);
          return FakeBot.SILENT;
        };
    world.local("faults", "{'deliver':'twice'}");
    JsonNode answer = world.command("alice", "list");
    assertThat(answer.path("deliveries").findValuesAsText("result"))
        .containsExactly("acknowledged", "acknowledged");
    List<FakeBot.Received> got = world.bot.received;
    assertThat(got.get(0).form().get("text")).isEqualTo(got.get(1).form().get("text"));
    assertThat(got.get(0).form().get("trigger_id"))
        .isNotEqualTo(got.get(1).form().get("trigger_id"));
    assertThat(got.get(0).form().get("response_url"))
        .isNotEqualTo(got.get(1).form().get("response_url"));
  }

  @Test
  void sendsAnUnsignedSslCheckFirstOnDemand() {
    world.local("faults", "{'deliver':'ssl_check'}");
    world.command("alice", "list");
    assertThat(world.bot.received.get(0).form()).containsEntry("ssl_check", "1");
    assertThat(world.bot.received.get(0).signature()).isNull();
    assertThat(verified(world.bot.received.get(1), World.SECRET)).isTrue();
  }

  @Test
  void typesLikeAPhoneOnDemand() {
    world.local(
        "command",
        "{'user':'alice','channel':'requests','text':'create x --sync-tag','smart':true}");
    assertThat(world.bot.last().form()).containsEntry("text", "create x —sync-tag");
  }

  private static void await(CyclicBarrier both) {
    try {
      both.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      throw new IllegalStateException("the other one did not come", alone);
    }
  }

  private static boolean verified(FakeBot.Received got, String secret) {
    return new SlackSignature.Generator(secret)
        .generate(got.timestamp(), got.body())
        .equals(got.signature());
  }
}
