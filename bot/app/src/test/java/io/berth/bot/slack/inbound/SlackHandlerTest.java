// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.http.HttpRequest;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.http.HttpServer;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Route;
import io.berth.bot.slack.cards.Notes;
import io.berth.bot.voice.MessagePhrase;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The door over a real socket; what passes it is written down instead of handed to Bolt. */
class SlackHandlerTest {
  private final Set<String> seen = new HashSet<>();
  private final List<HttpRequest> passed = new ArrayList<>();
  private final Metrics metrics = new Metrics();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    RequestVerifier verifier =
        new RequestVerifier(
            List.of(Slackish.SECRET),
            (key, keep) -> seen.add(key),
            Clock.fixed(Slackish.NOW, ZoneOffset.UTC));
    SlackHandler door =
        new SlackHandler(
            verifier,
            Set.of("T0BERTH"),
            call -> {
              passed.add(call);
              return HttpResponse.empty(200);
            },
            metrics);
    server =
        HttpServer.start(
            "test",
            0,
            List.of(Route.exact("POST", "/slack/events", SlackHandler.MOST_BYTES, door)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private java.net.http.HttpResponse<String> post(HttpRequest call) throws Exception {
    java.net.http.HttpRequest.Builder request =
        java.net.http.HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/slack/events"))
            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return HttpClient.newHttpClient()
        .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
  }

  static Stream<byte[]> ours() {
    return Stream.of(
        Slackish.command("list"),
        Slackish.command("create registry „Zahlungen“ 中文"),
        Slackish.payload(Slackish.click("approve", "x")),
        Slackish.payload(Slackish.click("deny", "x")),
        Slackish.payload(Slackish.click("reveal", "x")),
        Slackish.payload(Slackish.click(Notes.reveal(2), "x")),
        Slackish.payload(Slackish.click(Notes.reveal(20), "x")),
        Slackish.payload(Slackish.denyForm("x")));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void passesOnWhatIsSignedByteForByte(byte[] body) throws Exception {
    assertThat(post(Slackish.signed(body)).statusCode()).isEqualTo(200);
    assertThat(passed).singleElement().extracting(HttpRequest::body).isEqualTo(body);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void answersEveryUnsignedCallWithTheSame401(byte[] body) throws Exception {
    Set<String> answers = new HashSet<>();
    for (HttpRequest bad :
        List.of(
            Slackish.call(body, Slackish.FORM, List.of(), List.of()),
            Slackish.signed(body, Slackish.FORM, Slackish.NOW.getEpochSecond(), "---"),
            Slackish.signed(
                body, Slackish.FORM, Slackish.NOW.getEpochSecond(), "another-secret-20-ch"),
            Slackish.signed(
                body,
                Slackish.FORM,
                Slackish.NOW.getEpochSecond() - 301,
                Slackish.SECRET.reveal()))) {
      java.net.http.HttpResponse<String> answer = post(bad);
      assertThat(answer.statusCode()).isEqualTo(401);
      answers.add(answer.body());
    }
    assertThat(answers)
        .containsExactly("{\"error\":\"The request is not signed by Slack for this app.\"}");
    assertThat(passed).isEmpty();
    assertThat(metrics.scrape())
        .contains("berth_signature_failures_total{reason=\"timestamp\",source=\"slack\"} 1.0")
        .contains("berth_signature_failures_total{reason=\"signature\",source=\"slack\"} 2.0")
        .contains("berth_signature_failures_total{reason=\"stale\",source=\"slack\"} 1.0");
  }

  @Test
  void refusesTheSameBytesTheSecondTime() throws Exception {
    HttpRequest call = Slackish.signed(Slackish.command("list"));
    assertThat(post(call).statusCode()).isEqualTo(200);
    assertThat(post(call).statusCode()).isEqualTo(401);
    assertThat(passed).hasSize(1);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(400, "payload missing.", Slackish.form("a", "b")),
        Arguments.of(400, "payload missing.", new byte[0]),
        Arguments.of(400, "line 1", Slackish.payload("{\"type\":")),
        Arguments.of(400, "payload", Slackish.payload("[]")),
        Arguments.of(
            400, "deep", Slackish.payload("{\"a\":".repeat(1000) + "1" + "}".repeat(1000))),
        Arguments.of(400, "UTF-8", "command=%2Ftcr&text=%ff&user_id=U1&team_id=T1".getBytes(UTF_8)),
        Arguments.of(400, "UTF-8", "command=%2Ftcr&text=%zz".getBytes(UTF_8)),
        Arguments.of(400, "each field once", "command=%2Ftcr&command=%2Ftcr".getBytes(UTF_8)),
        Arguments.of(400, "not both", Slackish.form("command", "/tcr", "payload", "{}")),
        Arguments.of(400, "user_id", Slackish.form("command", "/tcr", "team_id", "T0BERTH")),
        Arguments.of(
            400, "user.id", Slackish.payload(without(Slackish.click("approve", "x"), "user"))),
        Arguments.of(400, "user.id", Slackish.payload(user("alice"))),
        Arguments.of(400, "user.id", Slackish.payload(user("U0BOB\nU0EVE"))),
        Arguments.of(
            400, "team id", Slackish.payload(without(Slackish.click("approve", "x"), "team"))),
        Arguments.of(400, "2000", Slackish.payload(Slackish.click("approve", "x".repeat(2001)))));
  }

  private static Map<String, Object> without(Map<String, Object> payload, String name) {
    Map<String, Object> less = new HashMap<>(payload);
    less.remove(name);
    return less;
  }

  private static Map<String, Object> user(String id) {
    Map<String, Object> other = new HashMap<>(Slackish.click("approve", "x"));
    other.put("user", Map.of("id", id));
    return other;
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesASignedBodyThatSlackDoesNotSend(int status, String words, byte[] body)
      throws Exception {
    java.net.http.HttpResponse<String> answer = post(Slackish.signed(body));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(passed).isEmpty();
  }

  @Test
  void refusesAButtonValueOfAHundredKilobytes() throws Exception {
    byte[] body = Slackish.payload(Slackish.click("approve", "x".repeat(100_000)));
    assertThat(post(Slackish.signed(body)).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAMegabyteBeforeReadingIt() throws Exception {
    assertThat(post(Slackish.signed(new byte[1024 * 1024])).statusCode()).isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  @Test
  void refusesOtherContentTypesAndCompression() throws Exception {
    long now = Slackish.NOW.getEpochSecond();
    byte[] click = Json.writeBytes(Slackish.click("approve", "x"));
    java.net.http.HttpResponse<String> json =
        post(Slackish.signed(click, "application/json", now, Slackish.SECRET.reveal()));
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(json.body()).contains("application/x-www-form-urlencoded");
    assertThat(
            post(Slackish.signed(click, "text/plain", now + 1, Slackish.SECRET.reveal()))
                .statusCode())
        .isEqualTo(415);
    assertThat(passed).isEmpty();
  }

  static Stream<Arguments> notOurs() {
    Map<String, Object> none = new HashMap<>(Slackish.click("approve", "x"));
    none.put("actions", List.of());
    Map<String, Object> form = new HashMap<>(Slackish.denyForm("x"));
    form.put("view", Map.of("callback_id", "another"));
    return Stream.of(
        Arguments.of("unknown_interaction", "{\"type\":\"foo\"}"),
        Arguments.of("unknown_interaction", "{}"),
        Arguments.of("no_action", Json.write(none)),
        Arguments.of("unknown_action", Json.write(Slackish.click("approve_all", "x"))),
        Arguments.of("unknown_action", Json.write(Slackish.click("reveal_", "x"))),
        Arguments.of("unknown_action", Json.write(Slackish.click("reveal_all", "x"))),
        Arguments.of("unknown_form", Json.write(form)));
  }

  @ParameterizedTest
  @MethodSource("notOurs")
  void ignoresWithTwoHundredWhatItDoesNotKnow(String word, String payload) throws Exception {
    java.net.http.HttpResponse<String> answer = post(Slackish.signed(Slackish.payload(payload)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(passed).isEmpty();
    assertThat(metrics.scrape())
        .contains("berth_strange_interactions_total{reason=\"" + word + "\"} 1.0");
  }

  @Test
  void refusesAnotherWorkspaceAndAVisitorFromOne() throws Exception {
    Map<String, Object> visitor = new HashMap<>(Slackish.click("approve", "x"));
    visitor.put("user", Map.of("id", "U0BOB", "team_id", "T0OTHER"));
    Map<String, Object> foreign = new HashMap<>(Slackish.click("approve", "x"));
    foreign.put("team", Map.of("id", "T0OTHER"));
    assertThat(post(Slackish.signed(Slackish.payload(visitor))).statusCode()).isEqualTo(403);
    assertThat(post(Slackish.signed(Slackish.payload(foreign))).statusCode()).isEqualTo(403);
    java.net.http.HttpResponse<String> command =
        post(
            Slackish.signed(
                Slackish.form("command", "/tcr", "team_id", "T0OTHER", "user_id", "U0EVE")));
    assertThat(command.statusCode()).isEqualTo(200);
    assertThat(command.body())
        .contains("ephemeral")
        .contains(MessagePhrase.FOREIGN_WORKSPACE.text());
    assertThat(passed).isEmpty();
  }

  @Test
  void answersTheUnsignedCertificateCheckOnlyInItsExactForm() throws Exception {
    assertThat(post(unsigned(Slackish.form("ssl_check", "1", "token", "x"))).statusCode())
        .isEqualTo(200);
    assertThat(post(unsigned(Slackish.form("ssl_check", "1"))).statusCode()).isEqualTo(200);
    for (byte[] other :
        List.of(
            Slackish.form("ssl_check", "0"),
            Slackish.form("ssl_check", "1", "command", "/tcr"),
            Slackish.form("ssl_check", "1", "payload", "{}"),
            "ssl_check=1&ssl_check=1".getBytes(UTF_8))) {
      assertThat(post(unsigned(other)).statusCode()).as(new String(other, UTF_8)).isEqualTo(401);
    }
    assertThat(passed).isEmpty();
  }

  private static HttpRequest unsigned(byte[] body) {
    return Slackish.call(body, Slackish.FORM, List.of(), List.of());
  }
}
