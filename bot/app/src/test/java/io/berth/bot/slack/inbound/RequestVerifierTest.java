// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.bot.http.HttpRequest;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestVerifierTest {
  private static final long NOW = Slackish.NOW.getEpochSecond();

  private final Set<String> seen = new HashSet<>();

  private RequestVerifier verifier(Instant now, String... secrets) {
    List<Secret> list = Stream.of(secrets).map(Secret::of).toList();
    return new RequestVerifier(
        list, (key, keep) -> seen.add(key), Clock.fixed(now, ZoneOffset.UTC));
  }

  private RequestVerifier verifier() {
    return verifier(Slackish.NOW, Slackish.SECRET.reveal());
  }

  /** The vector that Slack publishes in "Verifying requests from Slack". */
  @Test
  void acceptsThePublishedVector() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    HttpRequest call =
        Slackish.call(
            body.getBytes(UTF_8),
            Slackish.FORM,
            List.of("1531420618"),
            List.of("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"));
    RequestVerifier verifier =
        verifier(Instant.ofEpochSecond(1531420618), "8f742231b10e8888abcd99yyyzzz85a5");
    assertThat(verifier.whyNot(call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "---", "fifteen-letters", "               "})
  void refusesToStartWithASecretThatIsNone(String secret) {
    assertThatThrownBy(() -> verifier(Slackish.NOW, secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 16 characters");
  }

  @Test
  void refusesToStartWithoutASecret() {
    assertThatThrownBy(() -> verifier(Slackish.NOW)).hasMessageContaining("at least 16 characters");
  }

  @Test
  void refusesToStartWhenOneOfTwoSecretsIsNone() {
    assertThatThrownBy(() -> verifier(Slackish.NOW, Slackish.SECRET.reveal(), "")).isNotNull();
  }

  @Test
  void acceptsTheOldAndTheNewSecretWhileOneIsReplaced() {
    RequestVerifier both = verifier(Slackish.NOW, "a-new-secret-of-20ch", Slackish.SECRET.reveal());
    byte[] body = Slackish.command("list");
    assertThat(both.whyNot(Slackish.signed(body))).isEmpty();
    assertThat(both.whyNot(Slackish.signed(body, Slackish.FORM, NOW, "a-new-secret-of-20ch")))
        .isEmpty();
    assertThat(both.whyNot(Slackish.signed(body, Slackish.FORM, NOW, "another-secret-20-ch")))
        .contains("signature");
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 1, 300})
  void acceptsInsideTheWindow(long seconds) {
    HttpRequest call =
        Slackish.signed(
            Slackish.command("list"), Slackish.FORM, NOW + seconds, Slackish.SECRET.reveal());
    assertThat(verifier().whyNot(call)).isEmpty();
  }

  static Stream<Arguments> payloads() {
    return Stream.of(
        Arguments.of("command", Slackish.command("list"), Slackish.FORM),
        Arguments.of("click", Slackish.payload(Slackish.click("approve", "x")), Slackish.FORM),
        Arguments.of("form", Slackish.payload(Slackish.denyForm("x")), Slackish.FORM),
        Arguments.of("unknown", Slackish.payload("{\"type\":\"foo\"}"), Slackish.FORM),
        Arguments.of(
            "event",
            Json.writeBytes(Map.of("type", "url_verification", "challenge", "中文")),
            "application/json"),
        Arguments.of("signed ssl_check", Slackish.form("ssl_check", "1"), Slackish.FORM),
        Arguments.of("empty", new byte[0], Slackish.FORM));
  }

  /** Each kind of payload against each way of being unsigned, in one table. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void refusesEveryKindOfPayloadInEveryWayOfBeingUnsigned(String kind, byte[] body, String type) {
    String good = Slackish.signature(body, NOW, Slackish.SECRET.reveal());
    String now = Long.toString(NOW);
    byte[] longer = (new String(body, UTF_8) + "&x=1").getBytes(UTF_8);
    List<String> one = List.of(now);

    assertWord("timestamp", Slackish.call(body, type, List.of(), List.of(good)));
    assertWord("version", Slackish.call(body, type, one, List.of()));
    assertWord("version", Slackish.call(body, type, one, List.of("")));
    assertWord("version", Slackish.call(body, type, one, List.of(good.replace("v0=", "v1="))));
    assertWord("version", Slackish.call(body, type, one, List.of(good.substring(3))));
    assertWord("signature", Slackish.call(body, type, one, List.of("v0=")));
    assertWord(
        "signature",
        Slackish.call(body, type, one, List.of(good.toUpperCase(Locale.ROOT).replace("V0", "v0"))));
    assertWord("signature", Slackish.call(body, type, one, List.of(good + "0")));
    assertWord("signature", Slackish.call(body, type, one, List.of(good + " ")));
    assertWord("doubled", Slackish.call(body, type, one, List.of(good, good)));
    assertWord("doubled", Slackish.call(body, type, List.of(now, now), List.of(good)));
    assertWord("signature", Slackish.call(longer, type, one, List.of(good)));
    assertWord("signature", Slackish.signed(body, type, NOW, "wrong-secret-of-20-c"));
    assertWord("signature", Slackish.signed(body, type, NOW, "---"));
    assertWord("stale", Slackish.signed(body, type, NOW - 301, Slackish.SECRET.reveal()));
    assertWord("future", Slackish.signed(body, type, NOW + 301, Slackish.SECRET.reveal()));
    assertWord("future", Slackish.signed(body, type, 4_102_444_800L, Slackish.SECRET.reveal()));
    for (String odd :
        List.of(
            "", "abc", "1e9", " " + now, now + " ", "+" + now, "-1", now + ".0", "9".repeat(13))) {
      assertWord("timestamp", Slackish.call(body, type, List.of(odd), List.of(good)));
    }
    assertThat(seen).as("what is not signed leaves no trace").isEmpty();

    HttpRequest call = Slackish.signed(body, type, NOW, Slackish.SECRET.reveal());
    assertThat(verifier().whyNot(call)).as("the same, signed").isEmpty();
    assertWord("replay", call);
  }

  private void assertWord(String word, HttpRequest call) {
    assertThat(verifier().whyNot(call)).contains(word);
  }

  @Test
  void refusesEveryFlippedBitOfSignatureAndBody() {
    byte[] body = Slackish.command("list");
    String good = Slackish.signature(body, NOW, Slackish.SECRET.reveal());
    List<String> accepted = new ArrayList<>();
    for (int i = 3; i < good.length(); i++) {
      char other = good.charAt(i) == '0' ? '1' : '0';
      String bad = good.substring(0, i) + other + good.substring(i + 1);
      verifier()
          .whyNot(Slackish.call(body, Slackish.FORM, List.of("" + NOW), List.of(bad)))
          .ifPresentOrElse(w -> {}, () -> accepted.add(bad));
    }
    for (int i = 0; i < body.length; i++) {
      byte[] bad = body.clone();
      bad[i] ^= 1;
      int at = i;
      verifier()
          .whyNot(Slackish.call(bad, Slackish.FORM, List.of("" + NOW), List.of(good)))
          .ifPresentOrElse(w -> {}, () -> accepted.add("byte " + at));
    }
    assertThat(accepted).isEmpty();
  }

  @Test
  void remembersForTenMinutesUnderAHashOfTheSignature() {
    List<String> asked = new ArrayList<>();
    RequestVerifier verifier =
        new RequestVerifier(
            List.of(Slackish.SECRET),
            (key, keep) -> asked.add(key + " " + keep),
            Clock.fixed(Slackish.NOW, ZoneOffset.UTC));
    HttpRequest call = Slackish.signed(Slackish.command("list"));
    verifier.whyNot(call);
    assertThat(asked).singleElement().asString().matches("slack:[0-9a-f]{64} PT10M");
    assertThat(asked.get(0))
        .doesNotContain(call.onlyHeader("x-slack-signature").orElseThrow().substring(3));
  }
}
