// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.webhook.WebhookResponse;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Response URLs: five uses, thirty minutes, four options. */
class ResponseUrlTest {
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
  void isEphemeralUnlessToldOtherwise() {
    URI url = ofCommand();
    assertThat(post(url, "{\"text\":\"for you\"}").body()).isEqualTo("ok");
    post(url, "{\"text\":\"for all\",\"response_type\":\"in_channel\"}");
    assertThat(world.messages("alice", "#requests")).hasSize(2);
    assertThat(world.messages("bob", "#requests"))
        .singleElement()
        .satisfies(one -> assertThat(one.path("text").asText()).isEqualTo("for all"));
  }

  @Test
  void worksWithBoltsOwnSender() throws Exception {
    ofCommand();
    WebhookResponse sent =
        Slack.getInstance().send(world.bot.last().form().get("response_url"), "{\"text\":\"hi\"}");
    assertThat(sent.getBody()).isEqualTo("ok");
  }

  @Test
  void isUsedUpAfterFive() {
    URI url = ofCommand();
    for (int i = 0; i < 5; i++) {
      assertThat(post(url, "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> sixth = post(url, "{\"text\":\"x\"}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).isEqualTo("used_url");
    assertThat(world.messages("alice", "#requests")).hasSize(5);
  }

  @Test
  void expiresAfterThirtyMinutes() {
    URI url = ofCommand();
    world.clock.move(Duration.ofMinutes(30).minusMillis(1));
    assertThat(post(url, "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
    world.clock.move(Duration.ofMillis(1));
    assertThat(post(url, "{\"text\":\"x\"}").body()).isEqualTo("expired_url");
  }

  @Test
  void cannotBeGuessed() {
    URI url = ofCommand();
    assertThat(url.getPath()).matches("/response/[\\w-]{32}");
    assertThat(post(world.at("/response/" + "x".repeat(32)), "{\"text\":\"x\"}").statusCode())
        .isEqualTo(404);
    Set<URI> others = Stream.generate(this::ofCommand).limit(20).collect(Collectors.toSet());
    assertThat(others).hasSize(20).doesNotContain(url);
  }

  @Test
  void replacesAndDeletesTheMessageThatWasClicked() throws Exception {
    URI url = ofClick(false);
    post(url, "{\"replace_original\":true,\"text\":\"replaced\"}");
    assertThat(world.messages("bob", "#requests").get(0).path("text").asText())
        .isEqualTo("replaced");
    post(url, "{\"delete_original\":true}");
    assertThat(world.messages("bob", "#requests")).isEmpty();
  }

  @Test
  void neverMakesAnEphemeralMessagePublic() throws Exception {
    URI url = ofClick(true);
    post(url, "{\"replace_original\":true,\"response_type\":\"in_channel\",\"text\":\"replaced\"}");
    JsonNode seen = world.messages("alice", "#requests").get(0);
    assertThat(seen.path("text").asText()).isEqualTo("replaced");
    assertThat(seen.path("ephemeral").asBoolean()).isTrue();
    assertThat(world.messages("bob", "#requests")).isEmpty();
  }

  @Test
  void postsIntoAThread() throws Exception {
    String parent =
        world.methods.chatPostMessage(r -> r.channel("C0REQUESTS").text("parent")).getTs();
    post(
        ofCommand(),
        "{\"response_type\":\"in_channel\",\"text\":\"reply\",\"thread_ts\":\"" + parent + "\"}");
    assertThat(world.messages("bob", "#requests").get(1).path("thread_ts").asText())
        .isEqualTo(parent);
  }

  @Test
  void refusesWhatBreaksALimit() {
    URI url = ofCommand();
    assertThat(post(url, "{\"blocks\":[{\"type\":\"header\"}]}").body())
        .isEqualTo("invalid_blocks");
    assertThat(post(url, "{}").body()).isEqualTo("no_text");
    assertThat(post(url, "text").body()).isEqualTo("invalid_payload");
  }

  private URI ofCommand() {
    world.command("alice", "list");
    return URI.create(world.bot.last().form().get("response_url"));
  }

  private URI ofClick(boolean ephemeral) throws Exception {
    String blocks =
        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"go\","
            + "\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]";
    String ts =
        ephemeral
            ? world
                .methods
                .chatPostEphemeral(
                    r -> r.channel("C0REQUESTS").user("U0ALICE").text("x").blocksAsString(blocks))
                .getMessageTs()
            : world
                .methods
                .chatPostMessage(r -> r.channel("C0REQUESTS").text("x").blocksAsString(blocks))
                .getTs();
    world.local(
        "action", "{'user':'alice','channel':'requests','ts':'" + ts + "','action_id':'go'}");
    return URI.create(world.bot.last().payload().path("response_url").asText());
  }

  private HttpResponse<String> post(URI url, String json) {
    return world.postTo(url, "application/json", json);
  }
}
