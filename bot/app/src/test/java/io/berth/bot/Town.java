// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.config.BerthConfig;
import io.berth.bot.config.Loaded;
import io.berth.bot.config.ServerConfig;
import io.berth.bot.config.SlackConfig;
import io.berth.bot.slack.inbound.Slackish;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.text.Json;
import io.berth.standin.StandIn;
import io.berth.standin.StandInOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A Slack with people in it, the real bot, and functions; all on loopback sockets. */
final class Town implements AutoCloseable {
  static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final String BOT_TOKEN = "xoxb-town-token";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String YAML =
      """
      slack: {signing_secret: %s, bot_token: %s, api_url: "http://127.0.0.1:8100/api/", command: /tcr, approvals_channel: C0APPROVALS, workspaces: [T0BERTH]}
      server: {port: 8101, admin_port: 8104}
      database: {url: "jdbc:h2:file:%s;WRITE_DELAY=0", user: sa, password: ""}
      approval: {key_id: local, signing_key: %s, expires: 24h}
      functions:
        tcr-create-instance: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tcr-describe-instances: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tcr-create-namespace: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tcr-describe-namespaces: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tat-create-register-code: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tat-describe-register-codes: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
        tat-disable-register-codes: {url: "http://127.0.0.1:8103/a", secrets: [%s]}
      region: ap-guangzhou
      teams: {payments: {members: [U0ALICE, U0AMIR, U0BOB]}}
      approvers: {platform: [U0BOB, U0CAROL, U0DAVE]}
      policy:
        - {when: {kind: registry, charge: prepaid}, approvals: 2, from: platform}
        - {when: {kind: registry}, approvals: 1, from: platform}
        - {when: {kind: code}, approvals: 1, from: platform}
      webhook_callers: {ci: {secrets: [%s], team: payments}}
      execution: {call_timeout: 5s, lease: 60s, attempts: 3, settle: 15m, poll: 50ms}
      """;

  final SmallFunctions functions = new SmallFunctions();
  final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StandIn slack;
  private final BerthConfig config;
  private final HttpClient http = HttpClient.newHttpClient();
  private Bot bot;

  Town(Path directory) throws IOException {
    slack =
        StandIn.start(
            new StandInOptions(
                0,
                URI.create("http://127.0.0.1:9/slack/events"),
                SIGNING_SECRET,
                BOT_TOKEN,
                Clock.systemUTC(),
                new SecureRandom(),
                new PrintStream(log, true, UTF_8)));
    config = config(directory);
    startBot();
  }

  /**
   * The file as people write it; only ports and addresses, which are free ones here, are put in
   * afterwards.
   */
  private BerthConfig config(Path directory) throws IOException {
    String key = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    Map<String, String> secrets =
        Map.of(
            "SIGNING",
            SIGNING_SECRET,
            "TOKEN",
            BOT_TOKEN,
            "KEY",
            ApprovalKeys.generate().signingKey().reveal(),
            "FN",
            key);
    String yaml =
        YAML.formatted(
            "${SIGNING}",
            "${TOKEN}",
            directory.resolve("town"),
            "${KEY}",
            "${FN}",
            "${FN}",
            "${FN}",
            "${FN}",
            "${FN}",
            "${FN}",
            "${FN}",
            "${FN}");
    Path file = Files.writeString(directory.resolve("berth.yaml"), yaml);
    BerthConfig read =
        BerthConfig.load(file, secrets)
            .fold(
                Loaded.Ok::config,
                bad -> {
                  throw new AssertionError(bad.sentences());
                });
    SlackConfig s = read.slack();
    return new BerthConfig(
        new SlackConfig(
            s.signingSecret(),
            s.botToken(),
            slack.uri().resolve("/api/"),
            s.command(),
            s.approvalsChannel(),
            s.workspaces()),
        new ServerConfig(0, 0),
        read.database(),
        read.approval(),
        functions.targets(),
        read.region(),
        read.policy(),
        read.webhookCallers(),
        read.execution());
  }

  void startBot() throws IOException {
    bot = Bot.start(config, Clock.systemUTC(), new SecureRandom());
    slack.deliverTo(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
  }

  void stopBot() {
    bot.close();
  }

  Bot bot() {
    return bot;
  }

  /** What alice and the others do; the answer is the stand-in's. */
  Map<String, Object> command(String user, String text) {
    return post(
        "/local/command",
        Map.of("user", user, "channel", "#requests", "command", "/tcr", "text", text));
  }

  Map<String, Object> click(
      String user, String channel, Map<String, Object> message, String actionId) {
    return post(
        "/local/action",
        Map.of("user", user, "channel", channel, "ts", message.get("ts"), "action_id", actionId));
  }

  Map<String, Object> act(Map<String, Object> action) {
    return post("/local/action", action);
  }

  Map<String, Object> submit(String user, String view, Object values) {
    return post("/local/views/" + view + "/submit", Map.of("user", user, "values", values));
  }

  /**
   * Something that no client of Slack would send, but signed by Slack all the same; gives the
   * status.
   */
  int deliver(Map<String, Object> payload) {
    byte[] body = Slackish.payload(payload);
    long now = Clock.systemUTC().instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", Long.toString(now))
            .header("X-Slack-Signature", Slackish.signature(body, now, SIGNING_SECRET))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return exchange(request).statusCode();
  }

  /** What anybody can send; gives the status. */
  int unsigned() {
    URI door = URI.create("http://127.0.0.1:" + bot.port() + "/slack/events");
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("text=approve");
    return exchange(HttpRequest.newBuilder(door).POST(body).build()).statusCode();
  }

  void fault(Map<String, Object> fault) {
    post("/local/faults", fault);
  }

  List<Map<String, Object>> messages(String user, String channel) {
    return list(
        get("/local/messages?user=" + user + "&channel=" + URLEncoder.encode(channel, UTF_8)),
        "messages");
  }

  List<Map<String, Object>> views(String user) {
    return list(get("/local/views?user=" + user), "views");
  }

  /** The newest message in the channel of which this person can see the words. */
  Map<String, Object> sees(String user, String channel, String... words) {
    return until(
        () -> messages(user, channel).stream().filter(hasAll(words)).reduce((a, b) -> b),
        () ->
            user
                + " sees no message with "
                + List.of(words)
                + " in "
                + channel
                + " but "
                + messages(user, channel));
  }

  Map<String, Object> viewOf(String user) {
    return until(() -> views(user).stream().reduce((a, b) -> b), () -> user + " sees no form");
  }

  private static Predicate<Map<String, Object>> hasAll(String... words) {
    return message -> {
      String text = Json.write(message);
      return List.of(words).stream().allMatch(text::contains);
    };
  }

  <T> T until(Supplier<Optional<T>> look, Supplier<String> what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty() && System.nanoTime() < end) {
      pause();
      found = look.get();
    }
    return found.orElseThrow(() -> new AssertionError(what.get()));
  }

  private static void pause() {
    try {
      new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String admin(String path) {
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.adminPort() + path)));
  }

  Map<String, Object> get(String path) {
    return tree(send(HttpRequest.newBuilder(slack.uri().resolve(path))));
  }

  private Map<String, Object> post(String path, Map<String, Object> body) {
    return tree(
        send(
            HttpRequest.newBuilder(slack.uri().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))));
  }

  private String send(HttpRequest.Builder request) {
    return exchange(request.build()).body();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> tree(String json) {
    return Json.readObject(json.getBytes(UTF_8), Json.Limits.WIDE);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> tree, String name) {
    return (List<Map<String, Object>>) tree.get(name);
  }

  @Override
  public void close() {
    bot.close();
    slack.close();
    functions.close();
  }
}
