// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Web API, driven by the client that Bolt uses. */
class WebApiTest {
  private World world;

  @BeforeEach
  void open() throws Exception {
    world = new World();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void tellsWhoTheBotIs() throws Exception {
    var answer = world.methods.authTest(r -> r);
    assertThat(answer.isOk()).isTrue();
    assertThat(List.of(answer.getTeamId(), answer.getUserId(), answer.getBotId()))
        .containsExactly("T0BERTH", "U0BERTH", "B0BERTH");
  }

  @Test
  void refusesAWrongTokenAndNoToken() throws Exception {
    assertThat(world.client("xoxb-wrong").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    HttpResponse<String> none =
        world.postTo(world.at("/api/auth.test"), "application/x-www-form-urlencoded", "");
    assertThat(none.body()).isEqualTo("{\"ok\":false,\"error\":\"not_authed\"}");
  }

  @Test
  void postsAMessageThatEverybodySees() throws Exception {
    ChatPostMessageResponse posted = post("C0REQUESTS", "hello *you*");
    assertThat(posted.getTs()).matches("\\d{10}\\.\\d{6}");
    JsonNode seen = world.messages("erin", "requests").get(0);
    assertThat(seen.path("text").asText()).isEqualTo("hello *you*");
    assertThat(seen.path("ts").asText()).isEqualTo(posted.getTs());
    assertThat(seen.path("user_name").asText()).isEqualTo("berth");
  }

  @Test
  void givesEveryMessageItsOwnGrowingTs() throws Exception {
    assertThat(
            List.of(
                post("C0REQUESTS", "1").getTs(),
                post("D0ALICE", "2").getTs(),
                post("C0REQUESTS", "3").getTs()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void takesAUserIdAsTheDirectMessages() throws Exception {
    assertThat(post("U0ALICE", "psst").getChannel()).isEqualTo("D0ALICE");
    var opened = world.methods.conversationsOpen(r -> r.users(List.of("U0ALICE")));
    assertThat(opened.getChannel().getId()).isEqualTo("D0ALICE");
    assertThat(world.messages("alice", "@alice")).hasSize(1);
  }

  @Test
  void refusesUnknownChannelsUsersAndMethods() throws Exception {
    assertThat(post("C0NOWHERE", "x").getError()).isEqualTo("channel_not_found");
    assertThat(post("#requests", "x").getError()).isEqualTo("channel_not_found");
    assertThat(world.methods.usersInfo(r -> r.user("U0ZED")).getError())
        .isEqualTo("user_not_found");
    assertThat(world.methods.pinsAdd(r -> r.channel("C0REQUESTS").timestamp("1")).getError())
        .isEqualTo("unknown_method");
  }

  @Test
  void refusesNothingToSayAndBadBlocks() throws Exception {
    assertThat(post("C0REQUESTS", "").getError()).isEqualTo("no_text");
    var bad =
        world.methods.chatPostMessage(
            r -> r.channel("C0REQUESTS").blocksAsString("[{\"type\":\"header\"}]"));
    assertThat(bad.getError()).isEqualTo("invalid_blocks");
    assertThat(bad.getErrors())
        .containsExactly("[ERROR] missing required field: text [json-pointer:/blocks/0]");
    assertThat(
            world
                .methods
                .chatPostMessage(r -> r.channel("C0REQUESTS").blocksAsString("[{"))
                .getError())
        .isEqualTo("invalid_blocks_format");
  }

  @Test
  void cutsTextAtFortyThousandAndRefusesLongUpdates() throws Exception {
    ChatPostMessageResponse posted = post("C0REQUESTS", "x".repeat(40_001));
    assertThat(posted.getMessage().getText()).hasSize(40_000);
    var update =
        world.methods.chatUpdate(
            r -> r.channel("C0REQUESTS").ts(posted.getTs()).text("x".repeat(4_001)));
    assertThat(update.getError()).isEqualTo("msg_too_long");
    var longest =
        world.methods.chatUpdate(
            r -> r.channel("C0REQUESTS").ts(posted.getTs()).text("x".repeat(4_000)));
    assertThat(longest.isOk()).isTrue();
  }

  @Test
  void updatesAndDeletesItsOwnMessagesOnly() throws Exception {
    String ts = post("C0REQUESTS", "before").getTs();
    var update = world.methods.chatUpdate(r -> r.channel("C0REQUESTS").ts(ts).text("after"));
    assertThat(update.getTs()).isEqualTo(ts);
    JsonNode seen = world.messages("bob", "#requests").get(0);
    assertThat(seen.path("text").asText()).isEqualTo("after");
    assertThat(seen.path("edited").path("user").asText()).isEqualTo("U0BERTH");
    assertThat(world.methods.chatDelete(r -> r.channel("C0REQUESTS").ts(ts)).isOk()).isTrue();
    assertThat(world.methods.chatDelete(r -> r.channel("C0REQUESTS").ts(ts)).getError())
        .isEqualTo("message_not_found");
    String said =
        world
            .local("message", "{'user':'bob','channel':'#requests','text':'mine'}")
            .at("/message/ts")
            .asText();
    assertThat(world.methods.chatUpdate(r -> r.channel("C0REQUESTS").ts(said).text("x")).getError())
        .isEqualTo("cant_update_message");
    assertThat(world.methods.chatDelete(r -> r.channel("C0REQUESTS").ts(said)).getError())
        .isEqualTo("cant_delete_message");
    assertThat(world.messages("bob", "#requests").get(0).path("text").asText()).isEqualTo("mine");
  }

  @Test
  void showsEphemeralMessagesToOneUserAndNeverInTheHistory() throws Exception {
    var posted =
        world.methods.chatPostEphemeral(
            r -> r.channel("C0REQUESTS").user("U0ALICE").text("only you"));
    assertThat(posted.getMessageTs()).isNotBlank();
    assertThat(world.messages("alice", "requests").get(0).path("ephemeral").asBoolean()).isTrue();
    assertThat(world.messages("bob", "requests")).isEmpty();
    assertThat(history(false).getMessages()).isEmpty();
    String parent = post("C0REQUESTS", "parent").getTs();
    world.methods.chatPostEphemeral(
        r -> r.channel("C0REQUESTS").user("U0ALICE").threadTs(parent).text("only you"));
    assertThat(
            world
                .methods
                .conversationsReplies(r -> r.channel("C0REQUESTS").ts(parent))
                .getMessages())
        .extracting(Message::getText)
        .containsExactly("parent");
    assertThat(
            world
                .methods
                .chatUpdate(r -> r.channel("C0REQUESTS").ts(posted.getMessageTs()).text("x"))
                .getError())
        .isEqualTo("message_not_found");
    assertThat(
            world
                .methods
                .chatPostEphemeral(r -> r.channel("D0BOB").user("U0ALICE").text("x"))
                .getError())
        .isEqualTo("user_not_in_channel");
  }

  @Test
  void keepsMetadataAndGivesItBackOnDemand() throws Exception {
    var metadata =
        Message.Metadata.builder()
            .eventType("berth_request")
            .eventPayload(Map.of("id", "01KAB"))
            .build();
    String ts =
        world
            .methods
            .chatPostMessage(r -> r.channel("C0REQUESTS").text("card").metadata(metadata))
            .getTs();
    world.methods.chatUpdate(r -> r.channel("C0REQUESTS").ts(ts).text("card, changed"));
    assertThat(history(false).getMessages().get(0).getMetadata()).isNull();
    Message found = history(true).getMessages().get(0);
    assertThat(found.getMetadata().getEventType()).isEqualTo("berth_request");
    assertThat(found.getMetadata().getEventPayload()).containsEntry("id", "01KAB");
  }

  @Test
  void keepsThreadsApart() throws Exception {
    String parent = post("C0REQUESTS", "parent").getTs();
    for (String text : List.of("first", "second")) {
      world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").threadTs(parent).text(text));
    }
    assertThat(history(false).getMessages())
        .singleElement()
        .satisfies(one -> assertThat(one.getReplyCount()).isEqualTo(2));
    var replies = world.methods.conversationsReplies(r -> r.channel("C0REQUESTS").ts(parent));
    assertThat(replies.getMessages())
        .extracting(Message::getText)
        .containsExactly("parent", "first", "second");
    assertThat(
            world
                .methods
                .chatPostMessage(r -> r.channel("C0REQUESTS").threadTs("1.000001").text("x"))
                .getError())
        .isEqualTo("thread_not_found");
  }

  @Test
  void pagesTheHistoryNewestFirst() throws Exception {
    for (String text : List.of("1", "2", "3")) {
      post("C0REQUESTS", text);
    }
    var first = world.methods.conversationsHistory(r -> r.channel("C0REQUESTS").limit(2));
    assertThat(first.getMessages()).extracting(Message::getText).containsExactly("3", "2");
    assertThat(first.isHasMore()).isTrue();
    var rest =
        world.methods.conversationsHistory(
            r ->
                r.channel("C0REQUESTS")
                    .limit(2)
                    .cursor(first.getResponseMetadata().getNextCursor()));
    assertThat(rest.getMessages()).extracting(Message::getText).containsExactly("1");
    assertThat(rest.isHasMore()).isFalse();
  }

  @Test
  void knowsThePeopleAndTheGroup() throws Exception {
    assertThat(world.methods.usersInfo(r -> r.user("U0DAVE")).getUser().isRestricted()).isTrue();
    assertThat(world.methods.usersList(r -> r).getMembers())
        .extracting(User::getName)
        .containsExactly("alice", "amir", "bob", "carol", "dave", "erin", "berth");
    assertThat(world.methods.usergroupsUsersList(r -> r.usergroup("S0APPROVERS")).getUsers())
        .containsExactly("U0BOB", "U0CAROL");
    assertThat(world.methods.usergroupsUsersList(r -> r.usergroup("S0X")).getError())
        .isEqualTo("no_such_subteam");
    assertThat(
            world.methods.conversationsInfo(r -> r.channel("C0APPROVALS")).getChannel().getName())
        .isEqualTo("approvals");
  }

  @Test
  void takesJsonBodiesToo() {
    HttpResponse<String> answer =
        world.exchange(
            HttpRequest.newBuilder(world.at("/api/chat.postMessage"))
                .header("Authorization", "Bearer " + World.TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(
                    BodyPublishers.ofString(
                        "{\"channel\":\"C0REQUESTS\",\"blocks\":[{\"type\":\"divider\"}]}"))
                .build());
    assertThat(answer.body()).contains("\"ok\":true");
  }

  @Test
  void failsOnDemandAsOftenAsAsked() throws Exception {
    world.local("faults", "{'method':'chat.postMessage','error':'internal_error','count':2}");
    assertThat(post("C0REQUESTS", "1").getError()).isEqualTo("internal_error");
    assertThat(post("C0REQUESTS", "2").getError()).isEqualTo("internal_error");
    assertThat(post("C0REQUESTS", "3").isOk()).isTrue();
    assertThat(world.messages("bob", "requests")).hasSize(1);
  }

  @Test
  void hangsOnDemandAndThenAnswers() throws Exception {
    world.local("faults", "{'method':'auth.test','hang_ms':300}");
    long start = System.nanoTime();
    assertThat(world.methods.authTest(r -> r).isOk()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
  }

  @Test
  void answersAnyStatusOnDemand() {
    world.local("faults", "{'method':'auth.test','status':503}");
    assertThatExceptionOfType(SlackApiException.class)
        .isThrownBy(() -> world.methods.authTest(r -> r))
        .satisfies(lost -> assertThat(lost.getResponse().code()).isEqualTo(503));
    world.local("faults", "{'method':'auth.test','status':429,'retry_after':7}");
    assertThatExceptionOfType(SlackApiException.class)
        .isThrownBy(() -> world.methods.authTest(r -> r))
        .satisfies(
            limited -> assertThat(limited.getResponse().header("Retry-After")).isEqualTo("7"));
  }

  @Test
  void canDoTheWorkAndLoseTheAnswer() {
    world.local("faults", "{'method':'*','status':500,'when':'after'}");
    assertThatExceptionOfType(SlackApiException.class)
        .isThrownBy(() -> post("C0REQUESTS", "done"))
        .satisfies(lost -> assertThat(lost.getResponse().code()).isEqualTo(500));
    assertThat(world.messages("bob", "requests")).hasSize(1);
  }

  @Test
  void limitsTheRatePerChannelOnDemand() throws Exception {
    world.local("faults", "{'method':'chat.postMessage','per_channel_ms':1000}");
    assertThat(post("C0REQUESTS", "1").isOk()).isTrue();
    assertThat(post("C0APPROVALS", "1").isOk()).isTrue();
    assertThatExceptionOfType(SlackApiException.class)
        .isThrownBy(() -> post("C0REQUESTS", "2"))
        .satisfies(
            limited -> {
              assertThat(limited.getResponse().code()).isEqualTo(429);
              assertThat(limited.getResponse().header("Retry-After")).isEqualTo("1");
            });
    world.clock.move(Duration.ofSeconds(1));
    assertThat(post("C0REQUESTS", "2").isOk()).isTrue();
  }

  private ChatPostMessageResponse post(String channel, String text) throws Exception {
    return world.methods.chatPostMessage(r -> r.channel(channel).text(text));
  }

  private ConversationsHistoryResponse history(boolean metadata) throws Exception {
    return world.methods.conversationsHistory(
        r -> r.channel("C0REQUESTS").includeAllMetadata(metadata));
  }
}
