// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripted interface. */
class LocalApiTest {
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|user: is needed, such as \"alice\".",
        "{'user':'zed'}|user: nobody is called zed; use one of alice, amir, bob, carol, dave, erin.",
        "{'user':'berth'}|user: nobody is called berth; use one of alice, amir, bob, carol, dave, erin.",
        "{'user':'bob'}|channel: is needed, such as \"#requests\".",
        "{'user':'bob','channel':'#x'}|channel: bob sees no #x; use #requests, #approvals, @bob.",
        "{'user':'bob','channel':'D0ALICE'}|channel: bob sees no D0ALICE; use #requests, #approvals, @bob.",
        "{'user':'bob','channel':'requests','command':'tcr'}|command: must be one word with a slash, such as /tcr.",
        "{'user':'bob','channel':'requests','thread_ts':'1.1'}|thread_ts: slash commands cannot be used in threads; leave it out.",
        "{'usr':'bob'}|usr: is not known here; use user, channel, command, text, smart, thread_ts.",
        "[]|body: must be a JSON object, such as {\"user\":\"alice\"}; see what you sent.",
      })
  void refusesWithOneClearSentence(String body, String sentence) {
    JsonNode refused = world.local("command", body);
    assertThat(refused.path("ok").asBoolean()).isFalse();
    assertThat(refused.path("message").asText()).isEqualTo(sentence);
    assertThat(world.bot.received).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "#requests,C0REQUESTS",
    "requests,C0REQUESTS",
    "C0REQUESTS,C0REQUESTS",
    "@alice,D0ALICE",
    "D0ALICE,D0ALICE",
    "@berth,D0ALICE",
    "berth,D0ALICE"
  })
  void findsChannelsByEveryName(String given, String id) {
    world.local("message", "{'user':'alice','channel':'" + given + "','text':'hi'}");
    assertThat(world.messages("alice", given).get(0).path("channel").asText()).isEqualTo(id);
  }

  @Test
  void showsEachPersonWhatThatPersonSees() throws Exception {
    world.methods.chatPostMessage(r -> r.channel("U0ALICE").text("direct"));
    world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text("shared"));
    world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0ALICE").text("ephemeral"));
    assertThat(texts("?user=alice")).containsExactly("direct", "shared", "ephemeral");
    assertThat(texts("?user=bob")).containsExactly("shared");
    assertThat(texts("?channel=requests")).containsExactly("shared");
    assertThat(texts("")).containsExactly("shared");
    assertThat(world.get("/local/messages?channel=@alice").path("message").asText())
        .isEqualTo("channel: without a user only #requests and #approvals can be read; add user=");
  }

  @Test
  void keepsWhatPeopleSayAsText() {
    world.local("message", "{'user':'bob','channel':'requests','text':'<b>x</b> @alice & co'}");
    assertThat(texts("?user=alice"))
        .containsExactly("&lt;b&gt;x&lt;/b&gt; <@U0ALICE|alice> &amp; co");
  }

  @Test
  void forgetsEphemeralMessagesOnReload() throws Exception {
    world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0ALICE").text("x"));
    world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0BOB").text("y"));
    world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text("shared"));
    assertThat(world.local("forget", "{'user':'alice'}").path("forgotten").asInt()).isEqualTo(1);
    assertThat(texts("?user=alice")).containsExactly("shared");
    assertThat(texts("?user=bob")).containsExactly("y", "shared");
  }

  @Test
  void forgetsOneEphemeralMessageByItsTs() throws Exception {
    for (String text : List.of("kept", "dismissed")) {
      world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0ALICE").text(text));
    }
    String ts = world.messages("alice", "requests").get(1).path("ts").asText();
    world.local("forget", "{'user':'alice','ts':'" + ts + "'}");
    assertThat(texts("?user=alice")).containsExactly("kept");
  }

  @Test
  void losesEphemeralMessagesOnDemand() throws Exception {
    world.local("faults", "{'ephemeral':'lost'}");
    for (String text : new String[] {"lost", "kept"}) {
      world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0ALICE").text(text));
    }
    assertThat(texts("?user=alice")).containsExactly("kept");
  }

  @Test
  void logsDeliveriesWithoutAnythingSecret() throws Exception {
    world.bot.answers = any -> new FakeBot.Acknowledgement(200, "text/plain", "for alice alone");
    world.command("alice", "create registry payments");
    world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text("said"));
    JsonNode log = world.get("/local/log");
    JsonNode line = log.at("/deliveries/0");
    assertThat(line.path("summary").asText()).isEqualTo("/tcr create registry payments");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("millis").isIntegralNumber()).isTrue();
    assertThat(line.path("result").asText()).isEqualTo("acknowledged");
    assertThat(log.at("/calls/0/method").asText()).isEqualTo("chat.postMessage");
    assertThat(log.toString())
        .contains("\"response_url\":\"***\"")
        .doesNotContain(
            World.SECRET,
            World.TOKEN,
            "for alice alone",
            "said",
            world.bot.last().form().get("trigger_id"),
            world.bot.last().form().get("response_url"),
            world.bot.last().signature());
  }

  @Test
  void refusesUnclearFaults() {
    assertThat(world.local("faults", "{'deliver':'late'}").path("message").asText())
        .isEqualTo(
            "deliver: use one of twice, replay, wrong_secret, secret_dashes, stale, future,"
                + " tampered, unsigned, ssl_check.");
    assertThat(world.local("faults", "{'method':'x'}").path("field").asText()).isEqualTo("error");
    assertThat(world.local("faults", "{'deliver':'twice','count':0}").path("field").asText())
        .isEqualTo("count");
    assertThat(world.get("/local/faults").path("faults")).isEmpty();
  }

  @Test
  void listsTheFaultsToComeAndForgetsThemAll() throws Exception {
    world.local("faults", "{'deliver':'twice','count':3}");
    world.local("faults", "{'method':'chat.postMessage','error':'fatal_error','when':'after'}");
    world.local("faults", "{'method':'chat.postMessage','per_channel_ms':500}");
    world.local("faults", "{'ephemeral':'lost'}");
    assertThat(world.get("/local/faults").path("faults").toString())
        .isEqualTo(
            """
            [{"deliver":"twice","count":3},\
            {"method":"chat.postMessage","error":"fatal_error","hang_ms":0,"when":"after","count":1},\
            {"method":"chat.postMessage","per_channel_ms":500}]""");
    world.exchange(HttpRequest.newBuilder(world.at("/local/faults")).DELETE().build());
    assertThat(world.get("/local/faults").path("faults")).isEmpty();
    world.command("alice", "list");
    assertThat(world.bot.received).hasSize(1);
    for (String text : List.of("1", "2")) {
      assertThat(world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text(text)).isOk())
          .isTrue();
    }
    world.methods.chatPostEphemeral(r -> r.channel("C0REQUESTS").user("U0ALICE").text("3"));
    assertThat(texts("?user=alice")).containsExactly("1", "2", "3");
  }

  @Test
  void tellsWhatIsNewSinceAVersion() throws Exception {
    long version = world.get("/local/state?user=alice").path("version").asLong();
    CompletableFuture<JsonNode> waiting =
        CompletableFuture.supplyAsync(() -> world.get("/local/changes?since=" + version));
    world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text("news"));
    assertThat(waiting.get(10, TimeUnit.SECONDS).path("version").asLong()).isGreaterThan(version);
    assertThat(world.get("/local/changes?since=x").path("message").asText())
        .isEqualTo("since: must be a version number, such as 0.");
  }

  @Test
  void marksPeopleWhomNewsConcerns() throws Exception {
    world.methods.chatPostMessage(r -> r.channel("C0APPROVALS").text("for <@U0BOB>"));
    JsonNode people = world.get("/local/state?user=alice").path("people");
    assertThat(people.get(0).path("concerned")).isEmpty();
    assertThat(people.get(2).path("concerned").has("C0APPROVALS")).isTrue();
    assertThat(people.get(3).path("concerned")).isEmpty();
    world.methods.chatPostMessage(r -> r.channel("C0APPROVALS").text("<!subteam^S0APPROVERS>"));
    people = world.get("/local/state?user=alice").path("people");
    assertThat(people.get(0).path("concerned")).isEmpty();
    assertThat(people.get(3).path("concerned").has("C0APPROVALS")).isTrue();
  }

  @Test
  void listsItsRoutesWhenLost() {
    assertThat(world.get("/local/mesages").path("routes").toString())
        .contains("GET /local/messages", "POST /local/views/{id}/submit");
    assertThat(world.get("/local/command").path("error").asText()).isEqualTo("method_not_allowed");
  }

  private List<String> texts(String query) {
    return world.get("/local/messages" + query).path("messages").findValuesAsText("text");
  }
}
