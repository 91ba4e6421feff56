// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.util.json.GsonFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FormUrlEncoding: opened, changed, filled in, sent, closed. */
class ViewTest {
  private static final String FORM =
      """
      {"type":"modal","callback_id":"ask","private_metadata":"opaque","notify_on_close":true,
       "title":{"type":"plain_text","text":"Ask"},"submit":{"type":"plain_text","text":"Send"},
       "blocks":[
        {"type":"section","text":{"type":"mrkdwn","text":"Fill in"}},
        {"type":"input","block_id":"name","label":{"type":"plain_text","text":"Name"},
         "element":{"type":"plain_text_input","action_id":"name","min_length":3}},
        {"type":"input","block_id":"kind","label":{"type":"plain_text","text":"Kind"},
         "element":{"type":"static_select","action_id":"kind","options":[
          {"text":{"type":"plain_text","text":"Basic"},"value":"basic"},
          {"text":{"type":"plain_text","text":"Standard"},"value":"standard"}]}},
        {"type":"input","block_id":"more","optional":true,
         "label":{"type":"plain_text","text":"More"},
         "element":{"type":"checkboxes","action_id":"more","options":[
          {"text":{"type":"plain_text","text":"Sync"},"value":"sync"}]}}]}""";

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
  void opensForTheUserOfTheTriggerAlone() throws Exception {
    ViewsOpenResponse opened = opened("alice");
    assertThat(opened.getView().getId()).startsWith("V");
    assertThat(views("alice")).hasSize(1);
    assertThat(views("bob")).isEmpty();
  }

  @Test
  void takesEachTriggerOnceAndForThreeSeconds() throws Exception {
    String trigger = trigger("alice");
    assertThat(open(trigger, FORM).isOk()).isTrue();
    assertThat(open(trigger, FORM).getError()).isEqualTo("exchanged_trigger_id");
    String inTime = trigger("alice");
    world.clock.move(Duration.ofMillis(2999));
    assertThat(open(inTime, FORM).isOk()).isTrue();
    String late = trigger("alice");
    world.clock.move(Duration.ofSeconds(3));
    assertThat(open(late, FORM).getError()).isEqualTo("expired_trigger_id");
    assertThat(open("no", FORM).getError()).isEqualTo("invalid_trigger_id");
  }

  @Test
  void refusesAFormThatBreaksALimit() throws Exception {
    var refused = open(trigger("alice"), FORM.replace("\"Ask\"}", "\"" + "x".repeat(25) + "\"}"));
    assertThat(refused.getError()).isEqualTo("invalid_arguments");
    assertThat(refused.getResponseMetadata().getMessages())
        .containsExactly("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
  }

  @Test
  void sendsWhatWasFilledInAndCloses() throws Exception {
    String id = opened("alice").getView().getId();
    JsonNode answer =
        submit(id, "alice", "{'name':{'name':'payments'},'kind':'standard','more':['sync']}");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(views("alice")).isEmpty();
    JsonNode values = world.bot.last().payload().at("/view/state/values");
    assertThat(values.at("/name/name").toString())
        .isEqualTo("{\"type\":\"plain_text_input\",\"value\":\"payments\"}");
    assertThat(values.at("/kind/kind/selected_option/value").asText()).isEqualTo("standard");
    assertThat(values.at("/more/more/selected_options/0/value").asText()).isEqualTo("sync");
    ViewSubmissionPayload payload =
        GsonFactory.createSnakeCase()
            .fromJson(world.bot.last().form().get("payload"), ViewSubmissionPayload.class);
    assertThat(payload.getView().getPrivateMetadata()).isEqualTo("opaque");
    assertThat(payload.getView().getState().getValues().get("name").get("name").getValue())
        .isEqualTo("payments");
  }

  @Test
  void sendsNothingWhileTheFormIsIncomplete() throws Exception {
    String id = opened("alice").getView().getId();
    int before = world.bot.received.size();
    JsonNode answer = submit(id, "alice", "{'name':'ab','kind':'premium'}");
    assertThat(answer.path("errors").toString())
        .isEqualTo(
            "{\"name\":\"Please enter at least 3 characters.\","
                + "\"kind\":\"Kind: no option has the value \\\"premium\\\"\"}");
    assertThat(submit(id, "alice", "{}").at("/errors/name").asText())
        .isEqualTo("Please complete this required field.");
    assertThat(world.bot.received).hasSize(before);
    assertThat(views("alice")).hasSize(1);
  }

  @Test
  void showsTheErrorsOfTheBotBesideTheInputs() throws Exception {
    String id = opened("alice").getView().getId();
    world.bot.answersJson("{\"response_action\":\"errors\",\"errors\":{\"name\":\"Taken.\"}}");
    assertThat(complete(id).at("/views/0/errors/name").asText()).isEqualTo("Taken.");
    world.bot.answersJson("{\"response_action\":\"errors\",\"errors\":{\"nome\":\"Taken.\"}}");
    assertThat(complete(id).path("toast").asText()).contains("not there: nome");
  }

  @Test
  void followsUpdatePushAndClear() throws Exception {
    String id = opened("alice").getView().getId();
    world.bot.answersJson("{\"response_action\":\"update\",\"view\":" + titled("Two") + "}");
    assertThat(complete(id).at("/views/0/title/text").asText()).isEqualTo("Two");
    world.bot.answersJson("{\"response_action\":\"push\",\"view\":" + titled("Three") + "}");
    JsonNode pushed = complete(id).path("views");
    assertThat(pushed).hasSize(2);
    assertThat(pushed.at("/1/previous_view_id").asText()).isEqualTo(id);
    assertThat(pushed.at("/1/root_view_id").asText()).isEqualTo(id);
    world.bot.answersJson("{\"response_action\":\"clear\"}");
    assertThat(complete(pushed.at("/1/id").asText()).path("views")).isEmpty();
  }

  @Test
  void staysOpenWhenTheBotFails() throws Exception {
    String id = opened("alice").getView().getId();
    world.bot.answers = any -> new FakeBot.Acknowledgement(500, "text/plain", "");
    JsonNode answer = complete(id);
    assertThat(answer.path("toast").asText())
        .isEqualTo("We had some trouble connecting. Try again? (dispatch_failed)");
    assertThat(views("alice")).hasSize(1);
  }

  @Test
  void tellsTheBotWhenAFormIsClosedIfItAsked() throws Exception {
    String id = opened("alice").getView().getId();
    world.local("views/" + id + "/close", "{'user':'alice'}");
    assertThat(views("alice")).isEmpty();
    JsonNode payload = world.bot.last().payload();
    assertThat(payload.path("type").asText()).isEqualTo("view_closed");
    assertThat(payload.at("/view/id").asText()).isEqualTo(id);
    assertThat(payload.has("trigger_id")).isFalse();
  }

  @Test
  void closesInSilenceWhenTheBotDidNotAsk() throws Exception {
    String quiet = FORM.replace("\"notify_on_close\":true,", "");
    String id = open(trigger("alice"), quiet).getView().getId();
    int before = world.bot.received.size();
    JsonNode answer = world.local("views/" + id + "/close", "{'user':'alice'}");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(views("alice")).isEmpty();
    assertThat(world.bot.received).hasSize(before);
  }

  @Test
  void updatesByIdAndDetectsRacesByHash() throws Exception {
    var view = opened("alice").getView();
    var first =
        world.methods.viewsUpdate(
            r -> r.viewId(view.getId()).hash(view.getHash()).viewAsString(titled("New")));
    assertThat(first.isOk()).isTrue();
    var late =
        world.methods.viewsUpdate(
            r -> r.viewId(view.getId()).hash(view.getHash()).viewAsString(titled("Late")));
    assertThat(late.getError()).isEqualTo("hash_conflict");
    assertThat(views("alice").at("/0/title/text").asText()).isEqualTo("New");
    assertThat(
            world
                .methods
                .viewsUpdate(r -> r.viewId("V404").viewAsString(titled("Late")))
                .getError())
        .isEqualTo("not_found");
  }

  @Test
  void publishesAHomeTabOverTheOneThatTheBotSaw() throws Exception {
    String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";
    var first = world.methods.viewsPublish(r -> r.userId("U0ALICE").viewAsString(home));
    String seen = first.getView().getHash();
    assertThat(publish(home, seen).isOk()).isTrue();
    assertThat(publish(home, seen).getError()).isEqualTo("hash_conflict");
  }

  @Test
  void stacksThreeAndNoMore() throws Exception {
    opened("alice");
    for (String expected : new String[] {null, null, "push_limit_reached"}) {
      String trigger = trigger("alice");
      assertThat(world.methods.viewsPush(r -> r.triggerId(trigger).viewAsString(FORM)).getError())
          .isEqualTo(expected);
    }
  }

  @Test
  void refusesAnExternalIdThatIsTaken() throws Exception {
    String form = FORM.replaceFirst("\\{", "{\"external_id\":\"mine\",");
    assertThat(open(trigger("alice"), form).isOk()).isTrue();
    assertThat(open(trigger("bob"), form).getError()).isEqualTo("duplicate_external_id");
    assertThat(world.methods.viewsUpdate(r -> r.externalId("mine").viewAsString(form)).isOk())
        .isTrue();
  }

  @Test
  void letsOthersNotSubmitIt() throws Exception {
    String id = opened("alice").getView().getId();
    assertThat(submit(id, "bob", "{}").path("message").asText())
        .isEqualTo("view: bob has no form " + id + " open; GET /local/views lists them.");
  }

  @Test
  void publishesAHomeTabAndTellsTheBotWhenItIsOpened() throws Exception {
    String home =
        "{\"type\":\"home\",\"blocks\":[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"refresh\",\"text\":{\"type\":\"plain_text\",\"text\":\"R\"}}]}]}";
    world.local("home", "{'user':'alice'}");
    JsonNode event = world.bot.last().payload();
    assertThat(event.at("/event/type").asText()).isEqualTo("app_home_opened");
    assertThat(event.at("/event/user").asText()).isEqualTo("U0ALICE");
    var published = world.methods.viewsPublish(r -> r.userId("U0ALICE").viewAsString(home));
    assertThat(published.isOk()).isTrue();
    String id = world.get("/local/views?user=alice").at("/home/id").asText();
    assertThat(published.getView().getId()).isEqualTo(id);
    world.local("home", "{'user':'alice'}");
    assertThat(world.bot.last().payload().at("/event/view/id").asText()).isEqualTo(id);
    world.local("action", "{'user':'alice','view_id':'" + id + "','action_id':'refresh'}");
    assertThat(world.bot.last().payload().at("/container/view_id").asText()).isEqualTo(id);
  }

  private ViewsPublishResponse publish(String home, String hash) throws Exception {
    return world.methods.viewsPublish(r -> r.userId("U0ALICE").hash(hash).viewAsString(home));
  }

  private JsonNode views(String user) {
    return world.get("/local/views?user=" + user).path("views");
  }

  private JsonNode complete(String id) {
    return submit(id, "alice", "{'name':'payments','kind':'basic'}");
  }

  private JsonNode submit(String id, String user, String values) {
    return world.local(
        "views/" + id + "/submit", "{'user':'" + user + "','values':" + values + "}");
  }

  private ViewsOpenResponse opened(String user) throws Exception {
    return open(trigger(user), FORM);
  }

  private ViewsOpenResponse open(String trigger, String form) throws Exception {
    return world.methods.viewsOpen(r -> r.triggerId(trigger).viewAsString(form));
  }

  private String trigger(String user) {
    world.command(user, "form");
    return world.bot.last().form().get("trigger_id");
  }

  private static String titled(String title) {
    return FORM.replace("\"Ask\"}", "\"" + title + "\"}");
  }
}
