// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page for people, who may have them, and what it asks for. */
class PageTest {
  private static final Path FILES =
      Path.of("src/main/resources/io/berth/emulator/admin/page").toAbsolutePath();

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void servesThePageWithAStrictPolicy() throws Exception {
    HttpResponse<String> page = cloud.admin("GET", "", "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(Files.readString(FILES.resolve("index.html")));
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("X-Emulator")).contains("berth/0.1.0");
  }

  @Test
  void servesEveryOtherFileThereIs() throws Exception {
    for (Path file : others()) {
      HttpResponse<String> answer = cloud.admin("GET", "page/" + file.getFileName(), "");
      assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Files.readString(file));
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'")
          .doesNotContain("unsafe");
    }
    assertThat(type("page/style.css")).isEqualTo("text/css; charset=utf-8");
    assertThat(type("page/app.js")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(type("page/icon.svg")).isEqualTo("image/svg+xml");
  }

  @Test
  void sendsWhoForgetsTheSlashToThePage() {
    HttpResponse<String> moved =
        cloud.exchange(HttpRequest.newBuilder(cloud.uri().resolve("/_emulator")).build());

    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("Location")).contains("/_emulator/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page/",
        "page/index.html",
        "page/x.js",
        "page/..%2fpage/app.js",
        "page/Page.class"
      })
  void servesNothingElse(String path) {
    assertThat(cloud.admin("GET", path, "").statusCode()).isIn(400, 404);
  }

  @Test
  void isReadAndNotWritten() {
    assertThat(cloud.admin("POST", "", "x").statusCode()).isEqualTo(405);
    assertThat(cloud.admin("PUT", "page/app.js", "x").statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , 200",
    "localhost:8102, , 200",
    "localhost, http://localhost:8102, 200",
    "rebound.example, , 403",
    "tcr.tencentcloudapi.com, , 403",
    "127.0.0.1, https://evil.example, 403"
  })
  void answersPagesAndNamesOfThisMachineAlone(String host, String origin, int status) {
    String from = origin == null ? "" : "Origin: " + origin + "\n";
    for (String path : List.of("/_emulator/", "/_emulator/page/app.js", "/_emulator/metrics")) {
      String request = "GET " + path + " HTTP/1.1\nHost: " + host + "\n" + from;
      assertThat(Raw.exchange(cloud.uri(), request + "Connection: close\n\n"))
          .as(path)
          .startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void neverTurnsTextIntoMarkupAndLoadsNothingFromOutside() throws Exception {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
          .doesNotContainPattern("(src|href|import|url\\()\\s*[=(]?\\s*[\"']?https?://")
          .doesNotContainPattern("\\s(on[a-z]+|style)=\"");
    }
  }

  @Test
  void importsOnlyWhatIsThere() throws Exception {
    for (Path file : files()) {
      Pattern.compile("from '\\./([^']+)'")
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> assertThat(FILES.resolve(found.group(1))).exists());
    }
  }

  @Test
  void givesAsManyOfTheLastRequestsAsAreAskedFor() {
    for (String action : List.of("DescribeInstances", "CheckInstanceName", "NoSuchAction")) {
      cloud.call(TCR, action, "{}");
    }

    JsonNode last = cloud.get("requests?last=2").get("requests");
    assertThat(last).hasSize(2);
    assertThat(last.get(0).get("Action").textValue()).isEqualTo("CheckInstanceName");
    assertThat(last.get(1).get("Number").intValue()).isEqualTo(3);
    assertThat(cloud.get("requests?last=1000").get("requests")).hasSize(3);
    assertThat(cloud.get("requests").get("requests")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "last=0, last",
    "last=1001, last",
    "last=999999999, last",
    "last=-1, query",
    "last=, query",
    "last=1&last=2, query",
    "last=1e2, query",
    "first=1, query",
    "last=9999999999, query"
  })
  void refusesAnyOtherQuery(String query, String field) {
    HttpResponse<String> refused = cloud.admin("GET", "requests?" + query, "");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(TestCloud.json(refused.body()).at("/error/field").textValue()).isEqualTo(field);
  }

  private String type(String name) {
    return cloud.admin("GET", name, "").headers().firstValue("Content-Type").orElse("");
  }

  private static List<Path> others() throws Exception {
    return files().stream().filter(file -> !file.endsWith("index.html")).toList();
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> list = Files.list(FILES)) {
      return list.toList();
    }
  }
}
