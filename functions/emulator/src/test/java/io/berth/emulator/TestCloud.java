// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.tcr.RegistryPace;
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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;

/** An emulator on free ports with a clock that stands still, and a client that signs. */
public final class TestCloud implements AutoCloseable {
  public static final String TCR = "2019-09-24";
  public static final String TAT = "2020-10-28";
  public static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
  public static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";

  private static final ObjectMapper JSON = new ObjectMapper();

  public final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));
  public final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Emulator emulator;

  private TestCloud(Path workDirectory, Settings settings, boolean kept) throws IOException {
    Options options =
        new Options(
                0,
                0,
                ID,
                KEY,
                clock,
                new SecureRandom(),
                workDirectory,
                new PrintStream(log, true, StandardCharsets.UTF_8))
            .withSettings(settings);
    emulator = Emulator.start(kept ? options.withStateIn(workDirectory) : options);
  }

  public static TestCloud start(Path workDirectory) {
    return start(workDirectory, new Settings(RegistryPace.DEFAULT, 10, 5_000));
  }

  public static TestCloud start(Path workDirectory, Settings settings) {
    try {
      return new TestCloud(workDirectory, settings, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that keeps its state in the folder. */
  public static TestCloud keptIn(Path folder) throws IOException {
    return new TestCloud(folder, Settings.DEFAULT, true);
  }

  public URI uri() {
    return emulator.cloud();
  }

  public Signed signed() {
    return new Signed(uri(), ID, KEY);
  }

  /** A temporary key of a role. */
  public Keys.TemporaryKey roleKey(String role) {
    return emulator.roleKey(role);
  }

  /** {@code Response} of a JSON POST in ap-guangzhou by a role. */
  public JsonNode callAs(Keys.TemporaryKey key, String version, String action, String json) {
    return send(
        new Signed(uri(), key.secretId(), key.secretKey())
            .post(clock.instant(), action, version, "ap-guangzhou", json)
            .header("X-TC-Token", key.token())
            .build());
  }

  /** {@code Response} of a signed JSON POST in ap-guangzhou. */
  public JsonNode call(String version, String action, String json) {
    return callIn("ap-guangzhou", version, action, json);
  }

  public JsonNode callIn(String region, String version, String action, String json) {
    return send(signed().post(clock.instant(), action, version, region, json).build());
  }

  /** The error's code, or {@code ok}. */
  public String code(String version, String action, String json) {
    return codeOf(call(version, action, json));
  }

  public static String codeOf(JsonNode response) {
    return response.path("Error").path("Code").asText("ok");
  }

  public static String messageOf(JsonNode response) {
    return response.path("Error").path("Message").asText();
  }

  /**
   * {@code Response} of a request to the cloud API, after the checks that hold for every answer.
   */
  public JsonNode send(HttpRequest request) {
    HttpResponse<String> response = exchange(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-emulator")).contains("berth/0.1.0");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    JsonNode body = json(response.body());
    assertThat(body.size()).isEqualTo(1);
    assertThat(body.path("Response").path("RequestId").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    return body.get("Response");
  }

  public HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> admin(String method, String name, String body) {
    return exchange(
        HttpRequest.newBuilder(uri().resolve("/_emulator/" + name))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  public JsonNode get(String name) {
    HttpResponse<String> response = admin("GET", name, "");
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response.body());
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    emulator.close();
  }
}
