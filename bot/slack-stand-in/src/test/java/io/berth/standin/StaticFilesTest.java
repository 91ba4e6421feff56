// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's files, and who may have them. */
class StaticFilesTest {
  private static final Path FILES = Path.of("src/main/resources/io/berth/standin/page");
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
  void servesEveryFileThereIsWithAStrictPolicy() throws Exception {
    for (Path file : files()) {
      HttpResponse<String> answer = get("/" + file.getFileName());
      assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
    assertThat(get("/").body()).isEqualTo(Files.readString(FILES.resolve("index.html")));
  }

  @Test
  void neverTurnsTextIntoMarkupAndLoadsNothingFromOutside() throws Exception {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
          .doesNotContainPattern("(src|href|import|url\\()\\s*[=(]?\\s*[\"']?https?://");
    }
  }

  @Test
  void importsOnlyWhatIsThere() throws Exception {
    Set<String> imported = new HashSet<>();
    for (Path file : files()) {
      Pattern.compile("from ['\"]\\./([^'\"]+)['\"]")
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> imported.add(found.group(1)));
    }
    assertThat(imported)
        .contains("messages.js")
        .allSatisfy(name -> assertThat(FILES.resolve(name)).exists());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,200",
    "localhost,200",
    "127.0.0.1:8100,200",
    "[::1]:8100,200",
    "berth.example,421",
    "127.0.0.1.berth.example,421"
  })
  void answersToNamesOfThisMachineAlone(String host, int status) throws Exception {
    assertThat(statusFor(host)).isEqualTo(status);
  }

  @Test
  void takesWritesFromItsOwnPageAndFromNoOther() {
    assertThat(say("https://evil.example").statusCode()).isEqualTo(403);
    assertThat(world.messages("alice", "#requests")).isEmpty();
    assertThat(say(world.slack.uri().toString()).statusCode()).isEqualTo(200);
    assertThat(world.messages("alice", "#requests")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/../Main.class", "/page/index.html", "/package-info.class", "/x"})
  void servesNothingElse(String path) {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  private HttpResponse<String> say(String origin) {
    String body = "{\"user\":\"alice\",\"channel\":\"#requests\",\"text\":\"hello\"}";
    return world.exchange(
        HttpRequest.newBuilder(world.at("/local/message"))
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private int statusFor(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", world.slack.uri().getPort())) {
      PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
      out.print("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(in.readLine().split(" ")[1]);
    }
  }

  private HttpResponse<String> get(String path) {
    return world.exchange(HttpRequest.newBuilder(world.at(path)).build());
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> list = Files.list(FILES)) {
      return list.toList();
    }
  }
}
