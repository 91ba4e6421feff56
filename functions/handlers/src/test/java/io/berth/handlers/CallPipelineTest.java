// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.Approval;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused on the way in, and in which order. */
class CallPipelineTest {
  private static final String BODY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";

  private FakeCloud cloud;
  private Fixture function;

  @BeforeEach
  void open() throws IOException {
    cloud = new FakeCloud();
    function = new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  void otherMethods(String method) {
    Map<String, Object> event = signed(BODY);
    event.put("httpMethod", method);

    Fixture.Reply reply = refused(event, 405, "method_not_allowed");
    assertThat(reply.headers()).containsEntry("Allow", "POST");
  }

  @Test
  void otherPaths_butTheFunctionsNameIsFine() {
    Map<String, Object> event = signed(BODY);
    event.put("path", "/admin");
    refused(event, 404, "not_found");
    event.put("path", "/tcr-create-instance");
    assertThat(function.send(event).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "content-encoding,gzip",
    "content-type,text/plain",
    "content-type,application/json; charset=gbk",
    "content-type,application/jsonp",
    "content-type,''"
  })
  void otherEncodings(String name, String value) {
    refused(withHeader(name, value), 415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; Charset=UTF-8",
        "application/json;charset=\"utf-8\""
      })
  void jsonInUtf8(String type) {
    assertThat(function.send(withHeader("content-type", type)).status()).isEqualTo(200);
  }

  @Test
  void bodyOf65Kilobytes_evenUnsigned() {
    Map<String, Object> event = signed(BODY);
    event.put("body", "x".repeat(65 * 1024));
    refused(event, 413, "too_large");
  }

  @Test
  void missingBody() {
    Map<String, Object> event = signed(BODY);
    event.remove("body");
    assertThat(refused(event, 400, "bad_request").message()).startsWith("body is empty");
  }

  @Test
  void base64BodyIsVerifiedByItsBytes() {
    Map<String, Object> event = signed(BODY);
    event.put("isBase64Encoded", true);
    event.put("body", Base64.getEncoder().encodeToString(BODY.getBytes(UTF_8)));

    assertThat(function.send(event).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void missingOrDoubledSignatureHeaders(String name) {
    Map<String, Object> missing = signed(BODY);
    headers(missing).remove(name);
    unauthenticated(missing, "missing, doubled or malformed " + name);

    Map<String, Object> doubled = signed(BODY);
    Map<String, Object> headers = headers(doubled);
    headers.put(name.toUpperCase(Locale.ROOT), headers.get(name));
    unauthenticated(doubled, "missing, doubled or malformed " + name);
  }

  @Test
  void staleFutureAndForgedSignatures() {
    Instant now = function.clock.instant();
    unauthenticated(
        Fixture.event(function.ci, "a", now.minusSeconds(301), BODY, Map.of()), "stale");
    unauthenticated(
        Fixture.event(function.ci, "a", now.plusSeconds(301), BODY, Map.of()), "future");
    Secret stranger = WebhookKey.generate(new SecureRandom());
    unauthenticated(Fixture.event(stranger, "a", now, BODY, Map.of()), "no signature fits");
    unauthenticated(withHeader("webhook-signature", "v2,xyz"), "no supported signature version");
    unauthenticated(
        withHeader("webhook-signature", "v1,x ".repeat(100).strip()), "too many signatures");
    Map<String, Object> swapped = signed(BODY);
    swapped.put("body", BODY.replace("payments", "payment5"));
    unauthenticated(swapped, "no signature fits");
  }

  @Test
  void bothSecretsOfARotationAreTaken_andTheLogSaysWhich() {
    function.with("BERTH_REQUIRE_APPROVAL", "false");
    Instant now = function.clock.instant();

    assertThat(function.send(Fixture.event(function.botNext, "a", now, BODY, Map.of())).status())
        .isEqualTo(200);
    assertThat(function.lastLine()).containsEntry("caller", "bot").containsEntry("secret", "2");
  }

  @Test
  void callerThatMayCallAnotherFunctionOnly() {
    function.with(
        "BERTH_CALLERS",
        "bot:"
            + function.bot.reveal()
            + ":*;ci:"
            + function.ci.reveal()
            + ":tat-create-register-code");

    Fixture.Reply reply = refused(signed("not even JSON"), 403, "caller_not_allowed");

    assertThat(reply.message()).isEqualTo("caller ci may not create registries");
  }

  @Test
  void missingApproval_beforeTheJsonIsLookedAt() {
    Map<String, Object> event =
        Fixture.event(function.bot, "a", function.clock.instant(), "not even JSON", Map.of());

    assertThat(refused(event, 403, "approval_missing").message())
        .isEqualTo("approval missing: caller bot must carry one in berth-approval");
  }

  @Test
  void approvalIsRequiredOfEverybodyByDefault() {
    function.without("BERTH_REQUIRE_APPROVAL");
    refused(signed(BODY), 403, "approval_missing");
  }

  @Test
  void approvalThatDoesNotFit() {
    String hash = sha256(BODY);
    unfit(function.bot(1, BODY.replace("payments", "payments2"), hash), "for other parameters");
    unfit(function.bot(1, "not even JSON", hash), "for other parameters");
    unfit(
        function.bot(1, BODY, hash, a -> changed(a, "U0ALICE", List.of("U0ALICE"), 60)),
        "self-approved");
    unfit(function.bot(1, BODY, hash, a -> changed(a, "U0ALICE", List.of("U0BOB"), -1)), "expired");
    unfit(
        function.bot(1, BODY, hash, a -> changed(a, "U0ALICE", List.of(), 60)),
        "without an approver");
    unfit(
        function.bot(
            1,
            BODY,
            hash,
            a ->
                new Approval(
                    a.requestId(),
                    FunctionName.TAT_CREATE_REGISTER_CODE,
                    a.parametersSha256(),
                    a.requester(),
                    a.approvers(),
                    a.issuedAt(),
                    a.expiresAt())),
        "for another function");
  }

  @Test
  void approvalForAnotherCall_orBySomebodyElsesKey() {
    Approval approval = function.approval(sha256(BODY));
    String good = new ApprovalSigner("k1", function.keys.signingKey()).sign(approval);
    String forged = new ApprovalSigner("k1", ApprovalKeys.generate().signingKey()).sign(approval);
    Instant now = function.clock.instant();

    unfit(
        function.send(
            Fixture.event(function.bot, "other-1", now, BODY, Map.of("berth-approval", good))),
        "for another call");
    unfit(
        function.send(
            Fixture.event(
                function.bot, Fixture.REQUEST + "-1", now, BODY, Map.of("berth-approval", forged))),
        "badly signed");
    unfit(
        function.send(
            Fixture.event(function.ci, "x", now, BODY, Map.of("berth-approval", "garbage"))),
        "badly signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "[]", "\"x\"", "1", "{", "{} {}", "{\"Region\":\"a\",\"Region\":\"b\"}"})
  void bodiesThatAreNoJsonObject(String body) {
    refused(signed(body), 400, "malformed_json");
  }

  @Test
  void byteOrderMarkAndLoneSurrogate() {
    refused(signed("\ufeff" + BODY), 400, "malformed_json");
    refused(signed(BODY.replace("payments", "\\ud800")), 400, "malformed_json");
  }

  @Test
  void allViolationsAtOnce_withTheDocumentedCode() {
    Fixture.Reply reply =
        refused(
            signed(
                "{\"Region\":\"ap-guangzhou\",\"RegistryNam\":\"payments\",\"RegistryType\":\"Premium \"}"),
            400,
            null);

    assertThat(reply.message()).contains("RegistryNam", "RegistryName", "RegistryType");
  }

  @ParameterizedTest
  @CsvSource({"1999,503", "2000,200"})
  void tooLittleTimeOfThePlatform(int millis, int status) {
    function.timeLeft(millis);

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(cloud.requests).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void deadlineOfTheCaller() {
    long now = function.clock.millis();
    refused(withHeader("berth-deadline", "" + (now - 1)), 503, "not_enough_time");
    refused(withHeader("berth-deadline", "" + (now + 1_999)), 503, "not_enough_time");
    refused(withHeader("berth-deadline", "soon"), 400, "bad_request");
    assertThat(function.send(withHeader("berth-deadline", "" + (now + 20_000))).status())
        .isEqualTo(200);
  }

  @Test
  void missingCredentials_nameTheVariableAndNoSecret() {
    function.without("TENCENTCLOUD_SECRETKEY");

    Fixture.Reply reply = refused(signed(BODY), 503, "credentials_missing");

    assertThat(reply.message())
        .startsWith("credentials missing: TENCENTCLOUD_SECRETKEY;")
        .doesNotContain("AKIDEXAMPLE");
  }

  @Test
  void theLogLineSaysWhoWhatAndHow_andHoldsNoSecret() {
    Map<String, Object> event = signed(BODY);
    headers(event).put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    function.send(event);

    assertThat(function.lastLine())
        .containsEntry("msg", "call")
        .containsEntry("cold_start", true)
        .containsEntry("caller", "ci")
        .containsEntry("webhook_id", "id-1")
        .containsEntry("status", 200L)
        .containsEntry("outcome", "created")
        .containsEntry("resource_id", "tcr-00000001")
        .containsEntry("answer_request_id", "cloud-request")
        .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c")
        .containsKey("duration_ms");
    assertThat(function.lines.get(0))
        .doesNotContain(Fixture.SECRET_KEY, "canary-token", function.ci.reveal(), "v1,");
    function.send(signed("{"));
    assertThat(function.lastLine())
        .containsEntry("cold_start", false)
        .containsEntry("code", "malformed_json");
  }

  private void unauthenticated(Map<String, Object> event, String reason) {
    Fixture.Reply reply = refused(event, 401, "unauthenticated");
    assertThat(reply.message()).isEqualTo("the call's signature is not accepted");
    assertThat(function.lastLine()).containsEntry("reason", reason);
  }

  private void unfit(Fixture.Reply reply, String word) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("approval_unfit");
    assertThat(reply.message()).isEqualTo("the approval is " + word);
    assertThat(cloud.requests).isEmpty();
  }

  private Fixture.Reply refused(Map<String, Object> event, int status, String code) {
    Fixture.Reply reply = function.send(event);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(reply.body()).containsEntry("RequestId", "call-1");
    if (code != null) {
      assertThat(reply.code()).isEqualTo(code);
    }
    assertThat(cloud.requests).isEmpty();
    return reply;
  }

  private Map<String, Object> signed(String body) {
    return Fixture.event(function.ci, "id-1", function.clock.instant(), body, Map.of());
  }

  private Map<String, Object> withHeader(String name, String value) {
    Map<String, Object> event = signed(BODY);
    headers(event).put(name, value);
    return event;
  }

  private static Map<String, Object> headers(Map<String, Object> event) {
    Map<String, Object> headers = new LinkedHashMap<>();
    ((Map<?, ?>) event.get("headers")).forEach((name, value) -> headers.put((String) name, value));
    event.put("headers", headers);
    return headers;
  }

  private static Approval changed(
      Approval approval, String requester, List<String> approvers, int secondsLeft) {
    return new Approval(
        approval.requestId(),
        approval.function(),
        approval.parametersSha256(),
        requester,
        approvers,
        approval.issuedAt(),
        approval.issuedAt().plusSeconds(60 + secondsLeft));
  }

  private static String sha256(String body) {
    return CreateInstance.from(Json.readObject(body.getBytes(UTF_8)))
        .fold(valid -> valid.value().sha256(), invalid -> "");
  }
}
