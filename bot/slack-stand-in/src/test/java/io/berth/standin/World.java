// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import io.berth.standin.json.JsonTrees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/** The stand-in, a bot behind it, Bolt's client in front of it, and a script that uses it. */
final class World implements AutoCloseable {
  static final String SECRET = "a-signing-secret-for-tests";
  static final String TOKEN = "xoxb-a-token-for-tests";

  final MovingClock clock = new MovingClock();
  final FakeBot bot = new FakeBot();
  final ByteArrayOutputStream console = new ByteArrayOutputStream();
  final StandIn slack;
  final MethodsClient methods;
  private final HttpClient http = HttpClient.newHttpClient();

  World() throws IOException {
    this(Duration.ofSeconds(3));
  }

  World(Duration limit) throws IOException {
    slack =
        StandIn.start(
            new StandInOptions(
                0,
                bot.events(),
                SECRET,
                TOKEN,
                clock,
                new SecureRandom(),
                new PrintStream(console, true, StandardCharsets.UTF_8)),
            limit);
    methods = client(TOKEN);
  }

  MethodsClient client(String token) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.uri() + "/api/");
    return Slack.getInstance(config).methods(token);
  }

  /** A GET whose answer is JSON. */
  JsonNode get(String path) {
    return tree(exchange(HttpRequest.newBuilder(at(path)).build()));
  }

  /** A POST under /local/ with a JSON body in single quotes. */
  JsonNode local(String path, String json) {
    return tree(postTo(at("/local/" + path), "application/json", json.replace('\'', '"')));
  }

  JsonNode command(String user, String text) {
    return local(
        "command",
        "{'user':'" + user + "','channel':'#requests','command':'/tcr','text':'" + text + "'}");
  }

  JsonNode messages(String user, String channel) {
    return get("/local/messages?user=" + user + "&channel=" + channel.replace("#", "%23"))
        .path("messages");
  }

  HttpResponse<String> postTo(URI uri, String type, String body) {
    return exchange(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  URI at(String path) {
    return slack.uri().resolve(path);
  }

  HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonNode tree(HttpResponse<String> response) {
    return JsonTrees.read(response.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Override
  public void close() {
    slack.close();
    bot.close();
  }
}
