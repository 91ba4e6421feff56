// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.auth.Seal;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the functions of the finished bundle promise, whichever adapter a call comes through. A
 * class that implements this says how its adapter is opened and adds what only that one can
 * express.
 */
interface AdapterContract {
  String ANY_CODE = "{\"Region\":\"ap-guangzhou\"}";

  /** The functions behind the adapter that is tested. */
  StartedFunctions functions();

  static String registry(String name) {
    return "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\""
        + name
        + "\",\"RegistryType\":\"standard\"}";
  }

  default CalledFunction registries() {
    return functions().of(FunctionName.TCR_CREATE_INSTANCE);
  }

  default CalledFunction codes() {
    return functions().of(FunctionName.TAT_CREATE_REGISTER_CODE);
  }

  @Test
  default void signedCallCreatesARegistry() throws Exception {
    Fixture.Reply reply = registries().ci("create", registry("created")).reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    assertThat(reply.body())
        .containsEntry("Outcome", "created")
        .containsEntry("RegistryId", functions().cloud().idOf("created"));
  }

  @Test
  default void signedCallCreatesANamespace() throws Exception {
    String body =
        "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\","
            + "\"IsPublic\":false}";

    Fixture.Reply reply =
        functions().of(FunctionName.TCR_CREATE_NAMESPACE).ci("namespace", body).reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.body())
        .containsEntry("Outcome", "created")
        .containsEntry("NamespaceName", "payments");
  }

  @Test
  default void codeComesBackSealedForWhoeverSigned() throws Exception {
    Fixture.Reply reply = codes().ci("code", ANY_CODE).reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(
            Seal.open(
                    (String) reply.body().get("RegisterCodeValueSealed"),
                    List.of(codes().fixture().ci),
                    RequestMark.requestIdOf("ci", "code"))
                .orElseThrow()
                .reveal())
        .isEqualTo(FakeCloud.VALUE);
  }

  @Test
  default void wrongSignatureIsRefused() throws Exception {
    String body = registry("forged");
    Map<String, String> headers =
        CalledFunction.signed(registries().fixture().ci, "forged", body, Map.of());
    byte[] other = body.replace("standard", "premium ").getBytes(UTF_8);

    Fixture.Reply reply =
        registries().send(new Adapter.SentCall("POST", headers, other, false)).reply();

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("unauthenticated");
    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(functions().cloud().idOf("forged")).isEmpty();
  }

  @Test
  default void unknownFieldIsRefusedWithTheOneThatWasMeant() throws Exception {
    Fixture.Reply reply =
        registries().ci("typo", registry("typo").replace("RegistryName", "RegistryNam")).reply();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("RegistryNam", "did you mean RegistryName");
  }

  @Test
  default void getIsNotAllowed() throws Exception {
    Fixture.Reply reply =
        registries().send(new Adapter.SentCall("GET", Map.of(), new byte[0], false)).reply();

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("Allow", "POST");
    assertThat(reply.message()).isEqualTo("use POST");
  }

  @Test
  default void bodyThatIsTooLargeIsRefused() throws Exception {
    Fixture.Reply reply = registries().ci("large", " ".repeat((64 << 10) + 1)).reply();

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("too_large");
  }

  @Test
  default void withoutKeysNothingIsTried() throws Exception {
    Fixture.Reply reply =
        functions()
            .withoutKeys(FunctionName.TCR_CREATE_INSTANCE)
            .ci("keyless", registry("keyless"))
            .reply();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.message()).contains("credentials missing: TENCENTCLOUD_SECRETID");
    assertThat(functions().cloud().idOf("keyless")).isEmpty();
  }

  @Test
  default void missingApprovalIsRefused() throws Exception {
    CalledFunction function = registries();

    Fixture.Reply reply =
        function
            .send(function.fixture().bot, "unapproved", registry("unapproved"), Map.of())
            .reply();

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("approval_missing");
    assertThat(functions().cloud().idOf("unapproved")).isEmpty();
  }

  @Test
  default void approvedCallIsCarriedOut() throws Exception {
    String body = registry("approved");

    Fixture.Reply reply = registries().bot(1, body, sha256(body)).reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.body()).containsEntry("RegistryId", functions().cloud().idOf("approved"));
  }

  @Test
  default void sameWebhookIdAgainGetsTheStoredAnswer() throws Exception {
    Object first = registries().ci("twice", registry("twice")).reply().body().get("RegistryId");

    Fixture.Reply again = registries().ci("twice", registry("twice")).reply();

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body())
        .containsEntry("RegistryId", first)
        .containsEntry("Outcome", "replayed");
  }

  @Test
  default void textOfAnyScriptReachesTheCloudAsItWasSigned() throws Exception {
    String text = "机器 ñ ✓ 😀";
    String body = "{\"Region\":\"ap-guangzhou\",\"Description\":\"" + text + "\"}";

    Fixture.Reply reply = codes().ci("unicode", body).reply();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(functions().cloud().codes)
        .anySatisfy(code -> assertThat(code.description()).startsWith(text + " ["));
  }

  @Test
  default void answerAndLogCarryThePlatformsRequestId() throws Exception {
    CalledFunction function = registries();

    Adapter.ReceivedAnswer answer = function.ci("", registry("no-id"));

    assertThat(answer.reply().status()).isEqualTo(401);
    assertThat(answer.reply().body()).containsEntry("RequestId", answer.requestId());
    assertThat(function.adapter().output())
        .contains("\"answer_request_id\":\"" + answer.requestId() + "\"");
  }

  @Test
  default void nothingSecretIsInAnythingThatItPrintsOrAnswers() throws Exception {
    String body = registry("quiet");
    String jws = "eyJhbGciOiJub25lIn0.canary.canary";
    Map<String, String> headers =
        CalledFunction.signed(
            registries().fixture().ci, "quiet", body, Map.of("berth-approval", jws));
    registries().send(new Adapter.SentCall("POST", headers, body.getBytes(UTF_8), false));
    registries().bot(2, registry("quiet-too"), sha256(registry("quiet-too")));
    codes().ci("quiet", ANY_CODE);
    functions().withoutKeys(FunctionName.TCR_CREATE_INSTANCE).ci("quiet", body);

    for (CalledFunction function : functions().started()) {
      assertThat(function.seen())
          .contains("RequestId", "\"msg\":\"call\"")
          .doesNotContain(
              Fixture.SECRET_KEY,
              "canary-token",
              FakeCloud.VALUE,
              function.fixture().bot.reveal(),
              function.fixture().botNext.reveal(),
              function.fixture().ci.reveal(),
              headers.get("webhook-signature"),
              jws)
          .doesNotContain("\tat io.berth");
    }
  }

  private static String sha256(String body) {
    return CreateInstance.from(Json.readObject(body.getBytes(UTF_8)))
        .fold(
            valid -> valid.value().sha256(),
            invalid -> {
              throw new IllegalArgumentException(invalid.toString());
            });
  }
}
