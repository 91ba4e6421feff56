// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The cloud that a test calls, and the means to look into it. What is refused here (a fault rule
 * that cannot be read, a clock that would run backwards) is an {@link IllegalArgumentException}
 * with the field and the rule.
 */
public final class EmulatedCloud {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final String secretId;
  private final String secretKey;

  EmulatedCloud(URI endpoint, String secretId, String secretKey) {
    this.endpoint = endpoint;
    this.secretId = secretId;
    this.secretKey = secretKey;
  }

  /** Where every product is, e.g. {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return endpoint;
  }

  /** The same as SDKs want it beside the protocol, e.g. {@code 127.0.0.1:40123}. */
  public String host() {
    return endpoint.getAuthority();
  }

  /** The key that is accepted. */
  public String secretId() {
    return secretId;
  }

  /** Its secret half. */
  public String secretKey() {
    return secretKey;
  }

  /** Puts all state, the faults and the clock back to the start; before each test it was done. */
  public void reset() {
    control("POST", "reset", "");
  }

  /**
   * Replaces the fault rules.
   *
   * @param json as {@code PUT /_emulator/faults} takes it, e.g. {@code
   *     [{"action":"CreateInstance","effect":"lose-answer"}]}; {@code []} for none
   */
  public void faults(String json) {
    control("PUT", "faults", json);
  }

  /**
   * Moves the cloud's time on: a new registry runs, a code expires. Signatures are still held
   * against the clock that it was started with.
   *
   * @param amount whole seconds, not negative
   */
  public void advance(Duration amount) {
    if (amount.toNanosPart() != 0) {
      throw new IllegalArgumentException("clock: advance by whole seconds, not by " + amount);
    }
    control("POST", "clock", "{\"advanceSeconds\":" + amount.toSeconds() + "}");
  }

  /** What there is, e.g. {@code state().at("/registries/0/RegistryName")}; never a code's value. */
  public JsonNode state() {
    return control("GET", "state", "");
  }

  /** The calls since the last reset, oldest first, with their parameters and error codes. */
  public JsonNode requests() {
    return control("GET", "requests", "").get("requests");
  }

  private JsonNode control(String method, String name, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/_emulator/" + name))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return answer(name, http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException("The emulator at " + endpoint + " does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the emulator answered.", e);
    }
  }

  private static JsonNode answer(String name, HttpResponse<String> response) throws IOException {
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() != 200) {
      JsonNode error = answer.path("error");
      throw new IllegalArgumentException(
          "%s: %s %s".formatted(name, error.path("field").asText(), error.path("rule").asText()));
    }
    return answer;
  }

  @Override
  public String toString() {
    return "EmulatedCloud[" + endpoint + ", " + secretId + ", ***]";
  }
}
