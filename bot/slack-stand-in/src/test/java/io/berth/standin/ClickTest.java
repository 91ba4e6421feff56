// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.util.json.GsonFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clicks in messages. */
class ClickTest {
  private static final String CARD =
      """
      [{"type":"section","block_id":"top","text":{"type":"mrkdwn","text":"card"},
        "accessory":{"type":"static_select","action_id":"pick","options":[
          {"text":{"type":"plain_text","text":"One"},"value":"1"},
          {"text":{"type":"plain_text","text":"Two"},"value":"2"}]}},
       {"type":"actions","block_id":"votes","elements":[
        {"type":"button","action_id":"approve","style":"primary","value":"opaque",
         "text":{"type":"plain_text","text":"Approve"}},
        {"type":"button","action_id":"deny","value":"opaque",
         "text":{"type":"plain_text","text":"Deny"}}]}]""";

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
  void sendsWhoClickedWhereAndWhat() throws Exception {
    String ts = card("C0APPROVALS");
    JsonNode answer = click("bob", "#approvals", ts, "approve");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    JsonNode payload = world.bot.last().payload();
    assertThat(payload.path("type").asText()).isEqualTo("block_actions");
    assertThat(payload.at("/user/id").asText()).isEqualTo("U0BOB");
    assertThat(payload.at("/team/id").asText()).isEqualTo("T0BERTH");
    assertThat(payload.at("/container").toString())
        .isEqualTo(
            "{\"type\":\"message\",\"message_ts\":\""
                + ts
                + "\",\"channel_id\":\"C0APPROVALS\",\"is_ephemeral\":false}");
    assertThat(payload.at("/channel/name").asText()).isEqualTo("approvals");
    assertThat(payload.at("/message/blocks/1/block_id").asText()).isEqualTo("votes");
    JsonNode action = payload.at("/actions/0");
    assertThat(action.path("action_id").asText()).isEqualTo("approve");
    assertThat(action.path("block_id").asText()).isEqualTo("votes");
    assertThat(action.path("value").asText()).isEqualTo("opaque");
    assertThat(action.path("action_ts").asText()).matches("\\d+\\.\\d{6}");
    assertThat(payload.path("response_url").asText()).contains("/response/");
  }

  @Test
  void isReadByBoltsOwnModel() throws Exception {
    click("bob", "#approvals", card("C0APPROVALS"), "approve");
    BlockActionPayload payload =
        GsonFactory.createSnakeCase()
            .fromJson(world.bot.last().form().get("payload"), BlockActionPayload.class);
    assertThat(payload.getActions().get(0).getActionId()).isEqualTo("approve");
    assertThat(payload.getMessage().getMetadata()).isNull();
    assertThat(payload.getUser().getUsername()).isEqualTo("bob");
  }

  @Test
  void sendsTheChosenOption() throws Exception {
    String ts = card("C0APPROVALS");
    world.local(
        "action",
        "{'user':'bob','channel':'approvals','ts':'" + ts + "','action_id':'pick','value':'2'}");
    JsonNode action = world.bot.last().payload().at("/actions/0");
    assertThat(action.at("/selected_option/text/text").asText()).isEqualTo("Two");
    JsonNode refused =
        world.local(
            "action",
            "{'user':'bob','channel':'approvals','ts':'"
                + ts
                + "','action_id':'pick','value':'3'}");
    assertThat(refused.path("message").asText()).isEqualTo("value: no option has the value \"3\".");
  }

  @Test
  void findsTheOneWithTheValueAmongButtonsOfTheSameAction() throws Exception {
    String row =
        """
        {"type":"actions","elements":[{"type":"button","action_id":"reveal","value":"%s",
          "text":{"type":"plain_text","text":"Reveal"}}]}""";
    String blocks = "[%s,%s]".formatted(row.formatted("first"), row.formatted("second"));
    String ts =
        world
            .methods
            .chatPostMessage(r -> r.channel("C0APPROVALS").text("x").blocksAsString(blocks))
            .getTs();
    world.local(
        "action",
        "{'user':'bob','channel':'approvals','ts':'%s','action_id':'reveal','value':'second'}"
            .formatted(ts));
    assertThat(world.bot.last().payload().at("/actions/0/value").asText()).isEqualTo("second");
  }

  @Test
  void refusesAButtonThatIsNotThereAndNamesTheOnesThatAre() throws Exception {
    JsonNode refused = click("bob", "#approvals", card("C0APPROVALS"), "aprove");
    assertThat(refused.path("message").asText())
        .isEqualTo("action_id: there is no aprove here now; there is: pick, approve, deny.");
    assertThat(world.bot.received).isEmpty();
  }

  @Test
  void clicksWhatAnOldClientStillShowsWhenAsked() throws Exception {
    String ts = card("C0APPROVALS");
    world.methods.chatUpdate(
        r -> r.channel("C0APPROVALS").ts(ts).text("done").blocksAsString("[]"));
    assertThat(click("bob", "approvals", ts, "approve").path("message").asText())
        .isEqualTo("action_id: there is no approve here now; there is: none.");
    JsonNode old =
        world.local(
            "action",
            "{'user':'bob','channel':'approvals','ts':'"
                + ts
                + "','action_id':'approve','earlier':true}");
    assertThat(old.path("ok").asBoolean()).isTrue();
  }

  @Test
  void refusesClicksInWhatOneCannotSee() throws Exception {
    String direct = card("D0ALICE");
    assertThat(click("bob", "@alice", direct, "approve").path("message").asText())
        .isEqualTo("channel: bob sees no @alice; use #requests, #approvals, @bob.");
    String own =
        world
            .methods
            .chatPostEphemeral(
                r -> r.channel("C0REQUESTS").user("U0ALICE").text("x").blocksAsString(CARD))
            .getMessageTs();
    assertThat(click("bob", "#requests", own, "approve").path("field").asText()).isEqualTo("ts");
    assertThat(click("alice", "#requests", own, "approve").path("ok").asBoolean()).isTrue();
    JsonNode payload = world.bot.last().payload();
    assertThat(payload.at("/container/is_ephemeral").asBoolean()).isTrue();
    assertThat(payload.has("message")).isFalse();
  }

  @Test
  void ignoresWhatTheAcknowledgementSays() throws Exception {
    world.bot.answersJson("{\"text\":\"hello\"}");
    click("bob", "#approvals", card("C0APPROVALS"), "approve");
    assertThat(world.messages("bob", "#approvals")).hasSize(1);
  }

  @Test
  void tellsThePersonWhenTheBotFails() throws Exception {
    world.bot.answers = any -> new FakeBot.Acknowledgement(500, "text/plain", "");
    assertThat(click("bob", "#approvals", card("C0APPROVALS"), "approve").path("toast").asText())
        .isEqualTo("Berth did not take the click: “dispatch_failed”");
  }

  private String card(String channel) throws Exception {
    return world
        .methods
        .chatPostMessage(r -> r.channel(channel).text("card").blocksAsString(CARD))
        .getTs();
  }

  private JsonNode click(String user, String channel, String ts, String action) {
    return world.local(
        "action",
        "{'user':'"
            + user
            + "','channel':'"
            + channel
            + "','ts':'"
            + ts
            + "','action_id':'"
            + action
            + "'}");
  }
}
