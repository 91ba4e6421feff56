// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Secret KEY = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Secret OTHER = WebhookKey.generate(new SecureRandom());
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  private final Callers callers =
      Callers.parse("bot:" + KEY.reveal() + ":tcr-create-instance;ci:" + OTHER.reveal() + ":*");
  private final WebhookVerifier verifier =
      new WebhookVerifier(callers, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void signsTheExampleOfTheSpecificationAsItsLibrariesDo() {
    Map<String, String> headers =
        WebhookSigner.headers(
            KEY, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), BODY);
    assertThat(headers)
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void anIndependentLibrarySignsTheSame() throws Exception {
    String theirs =
        new Webhook(KEY.reveal()).sign("msg-1", NOW.getEpochSecond(), new String(BODY, UTF_8));
    assertThat(WebhookSigner.headers(KEY, "msg-1", NOW, BODY))
        .containsEntry("webhook-signature", theirs);
  }

  @Test
  void namesTheCallerWhoseSecretFits() {
    assertThat(verify(signed("msg-1", NOW), BODY)).isEqualTo("bot msg-1");
  }

  @Test
  void takesAnyOfSeveralSignaturesWhileASecretIsRotated() {
    Map<String, List<String>> headers = signed("msg-1", NOW);
    String good = headers.get("webhook-signature").get(0);
    headers.put("webhook-signature", List.of("v1,AAAA v1a,xx " + good));
    assertThat(verify(headers, BODY)).isEqualTo("bot msg-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-300, 300})
  void takesACallThatIsFiveMinutesOff(int seconds) {
    assertThat(verify(signed("msg-1", NOW.plusSeconds(seconds)), BODY)).isEqualTo("bot msg-1");
  }

  @Test
  void refusesWhatIsStaleOrFromTheFuture() {
    assertThat(verify(signed("msg-1", NOW.minusSeconds(301)), BODY)).isEqualTo("stale");
    assertThat(verify(signed("msg-1", NOW.plus(Duration.ofSeconds(301))), BODY))
        .isEqualTo("future");
  }

  @Test
  void refusesAChangedBody() {
    byte[] changed = BODY.clone();
    changed[2] ^= 1;
    assertThat(verify(signed("msg-1", NOW), changed)).isEqualTo("no signature fits");
  }

  @Test
  void refusesAChangedIdOrTimestamp() {
    Map<String, List<String>> headers = signed("msg-1", NOW);
    headers.put("webhook-id", List.of("msg-2"));
    assertThat(verify(headers, BODY)).isEqualTo("no signature fits");
    headers = signed("msg-1", NOW);
    headers.put("webhook-timestamp", List.of(Long.toString(NOW.getEpochSecond() + 1)));
    assertThat(verify(headers, BODY)).isEqualTo("no signature fits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void refusesAHeaderThatIsMissingOrGivenTwice(String name) {
    Map<String, List<String>> headers = signed("msg-1", NOW);
    String value = headers.remove(name).get(0);
    assertThat(verify(headers, BODY)).isEqualTo("missing, doubled or malformed " + name);
    headers.put(name, List.of(value, value));
    assertThat(verify(headers, BODY)).isEqualTo("missing, doubled or malformed " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "", "ä", "a b", "<script>"})
  void refusesAnIdOutsideItsAlphabet(String id) {
    assertThat(verify(signed(id, NOW), BODY)).contains("malformed webhook-id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1e9", " 1700000000", "-1", "9999999999999"})
  void refusesATimestampThatIsNotPlainSeconds(String timestamp) {
    Map<String, List<String>> headers = signed("msg-1", NOW);
    headers.put("webhook-timestamp", List.of(timestamp));
    assertThat(verify(headers, BODY)).contains("malformed webhook-timestamp");
  }

  @Test
  void triesNoUnknownVersionAndNotAHundredSignatures() {
    Map<String, List<String>> headers = signed("msg-1", NOW);
    String good = headers.get("webhook-signature").get(0);
    headers.put("webhook-signature", List.of(good.replace("v1,", "v2,")));
    assertThat(verify(headers, BODY)).isEqualTo("no supported signature version");
    headers.put("webhook-signature", List.of("v1,x ".repeat(99) + good));
    assertThat(verify(headers, BODY)).isEqualTo("too many signatures");
  }

  @Test
  void aCallerMayCallWhatItsEntrySays() {
    assertThat(callers.all().get(0).mayCall(FunctionName.TCR_CREATE_INSTANCE)).isTrue();
    assertThat(callers.all().get(0).mayCall(FunctionName.TAT_CREATE_REGISTER_CODE)).isFalse();
    assertThat(callers.all().get(1).functions()).containsExactlyInAnyOrder(FunctionName.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bot",
        "bot:whsec_!!!:*",
        "bot:whsec_c2hvcnQ=:*",
        "bot:MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw:*",
        "bot:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw:tcr-create",
        "b b:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw:*",
        "a:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw:*;b:whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw:*",
      })
  void refusesCallersThatAreNotWellFormedWithoutShowingASecret(String text) {
    assertThatThrownBy(() -> Callers.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("BERTH_CALLERS")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MfKQ", "c2hvcnQ"));
  }

  private Map<String, List<String>> signed(String id, Instant timestamp) {
    Map<String, List<String>> headers = new HashMap<>();
    WebhookSigner.headers(KEY, id, timestamp, BODY)
        .forEach((k, v) -> headers.put(k, Arrays.asList(v)));
    return headers;
  }

  private String verify(Map<String, List<String>> headers, byte[] body) {
    return verifier
        .verify(headers, body)
        .fold(
            accepted -> accepted.caller().name() + " " + accepted.webhookId(),
            WebhookVerifier.Verified.Rejected::reason);
  }
}
