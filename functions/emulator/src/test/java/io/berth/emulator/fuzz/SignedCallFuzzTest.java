// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.berth.emulator.Signed;
import io.berth.emulator.TestCloud;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any parameters in a call that is rightly signed. An input is a line {@code WAY VERSION ACTION
 * REGION} and then the parameters as they go over the wire; WAY is json, query, form or v1.
 */
@Tag("fuzz")
class SignedCallFuzzTest {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,40}");

  @TempDir static Path folder;
  private static FuzzedCloud fuzzed;

  @BeforeAll
  static void start() {
    fuzzed = new FuzzedCloud(folder);
  }

  @AfterAll
  static void stop() {
    fuzzed.close();
  }

  @FuzzTest(maxDuration = "5m")
  void answersPlainly(byte[] input) {
    int end = indexOf(input, (byte) '\n');
    String line = new String(input, 0, Math.max(0, end), StandardCharsets.ISO_8859_1);
    String[] words = line.split(" ");
    if (end < 0
        || words.length != 4
        || !Arrays.stream(words).allMatch(w -> WORD.matcher(w).matches())) {
      return;
    }
    byte[] parameters = Arrays.copyOfRange(input, end + 1, input.length);

    TestCloud cloud = fuzzed.forOneInput();

    HttpResponse<String> answer = cloud.exchange(request(cloud, words, parameters));

    fuzzed.check(
        new String(input, StandardCharsets.ISO_8859_1),
        "HTTP/1.1 " + answer.statusCode() + "\n" + answer.body());
  }

  private static HttpRequest request(TestCloud cloud, String[] words, byte[] parameters) {
    Signed signed = cloud.signed();
    Instant now = cloud.clock.instant();
    String text = new String(parameters, StandardCharsets.ISO_8859_1);
    return switch (words[0]) {
      case "query" -> signed.get(now, words[2], words[1], words[3], legal(text)).build();
      case "form" -> signed.formV1(now, pairs(words, text)).build();
      case "v1" -> signed.getV1(now, pairs(words, legal(text))).build();
      default ->
          signed
              .unsignedPayload(now, words[2], words[1], words[3], "")
              .POST(BodyPublishers.ofByteArray(parameters))
              .build();
    };
  }

  /** What a URI may hold; Java's client would not send anything else. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~&=+*".indexOf(c) >= 0);
      legal.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return legal.toString();
  }

  private static Map<String, String> pairs(String[] words, String text) {
    Map<String, String> pairs =
        new TreeMap<>(Map.of("Version", words[1], "Action", words[2], "Region", words[3]));
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      pairs.putIfAbsent(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return pairs;
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
