// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryCreatorTest {
  private static final String BODY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";
  private static final String LOST = "CreateInstance";

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

  @Test
  void answersWithTheRegistryId_andTagsTheRegistryWithTheRequest() {
    Fixture.Reply reply = function.bot(1, BODY, sha256(BODY));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Json.write(reply.body()))
        .isEqualTo(
            "{\"RegistryId\":\"tcr-00000001\",\"Outcome\":\"created\",\"RequestId\":\"cloud-request\"}");
    assertThat(Json.write(cloud.last("CreateInstance").json()))
        .isEqualTo(
            "{\"RegistryName\":\"payments\",\"RegistryType\":\"standard\","
                + "\"TagSpecification\":{\"ResourceType\":\"instance\","
                + "\"Tags\":[{\"Key\":\"chatops-request\",\"Value\":\"01JD8QZ5T4V9W6X2Y3A7B8C9DE\"}]},"
                + "\"RegistryChargeType\":0}");
    assertThat(cloud.last("CreateInstance").headers())
        .containsEntry("x-tc-version", "2019-09-24")
        .containsEntry("x-tc-region", "ap-guangzhou")
        .containsEntry("x-tc-token", "canary-token");
  }

  @Test
  void callerWithoutApprovalIsTaggedWithItsWebhookId() {
    function.ci("deploy-7", BODY);

    assertThat(Json.write(cloud.last("CreateInstance").json()))
        .contains("\"Value\":\"" + RequestMark.requestIdOf("ci", "deploy-7") + "\"");
  }

  @Test
  void createIsSignedWithTheReadingThatTheFreshnessWasJudgedBy() {
    function.ci("deploy-7", BODY);

    assertThat(cloud.last("CreateInstance").headers())
        .containsEntry("x-tc-timestamp", Long.toString(function.clock.instant().getEpochSecond()));
  }

  @Test
  void lostAnswer_isFoundAgainByNameAndTag() {
    cloud.dropAnswerOf(LOST);

    Fixture.Reply reply = function.bot(1, BODY, sha256(BODY));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).containsEntry("RegistryId", "tcr-00000001");
    assertThat(reply.outcome()).isEqualTo("adopted");
    assertThat(cloud.count("CreateInstance")).isOne();
    assertThat(Json.write(cloud.last("DescribeInstances").json()))
        .isEqualTo(
            "{\"Offset\":0,\"Limit\":100,\"Filters\":[{\"Name\":\"RegistryName\","
                + "\"Values\":[\"payments\"]}],\"AllRegion\":true}");
  }

  @Test
  void nextAttemptOfTheSameRequestAdoptsWhatTheFirstMade() {
    cloud.addRegistry("tcr-first", "payments", Map.of("chatops-request", Fixture.REQUEST));

    Fixture.Reply reply = function.bot(2, BODY, sha256(BODY));

    assertThat(reply.body()).containsEntry("RegistryId", "tcr-first");
    assertThat(reply.outcome()).isEqualTo("adopted");
  }

  @Test
  void foreignRegistryIsNeverAdopted() {
    cloud.addRegistry("tcr-foreign", "payments", Map.of("chatops-request", "SOMEBODYELSE"));

    Fixture.Reply reply = function.bot(1, BODY, sha256(BODY));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("InvalidParameter.ErrorNameExists");
    assertThat(reply.message())
        .isEqualTo(
            "name_taken: a registry named payments exists and was not made by this request; choose"
                + " another name");
    assertThat(reply.body()).containsEntry("RequestId", "cloud-request");
    assertThat(reply.outcome()).isEqualTo("refused");
  }

  @Test
  void oursOfAnotherTypeIsNotAdopted() {
    cloud.registries.add(
        Map.of(
            "RegistryId", "tcr-first",
            "RegistryName", "payments",
            "RegistryType", "basic",
            "TagSpecification", tagged(Fixture.REQUEST)));

    Fixture.Reply reply = function.bot(2, BODY, sha256(BODY));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.message())
        .startsWith(
            "a registry named payments was made by this request, but it is basic, not standard; ");
  }

  private static Map<String, Object> tagged(String request) {
    return Map.of("Tags", List.of(Map.of("Key", "chatops-request", "Value", request)));
  }

  @Test
  void nameTakenInAnotherAccountIsRefusedToo() {
    cloud.refuse("CreateInstance", "InvalidParameter.ErrorNameExists", "exists");

    assertThat(function.ci("a", BODY).status()).isEqualTo(409);
  }

  @Test
  void namesAreComparedExactly_onAllPages() {
    for (int i = 0; i < 150; i++) {
      cloud.addRegistry("tcr-other" + i, "payments-" + i, Map.of());
    }
    cloud.addRegistry("tcr-ours", "payments", Map.of("chatops-request", Fixture.REQUEST));

    assertThat(function.bot(1, BODY, sha256(BODY)).body()).containsEntry("RegistryId", "tcr-ours");
    assertThat(cloud.count("DescribeInstances")).isEqualTo(2);
  }

  @Test
  void lostAnswerAndNothingFound_isUnknown() {
    cloud.dropAnswerOf("CreateInstance");
    cloud.twist(
        request -> request.action().equals("CreateInstance") ? Optional.of("") : Optional.empty());

    Fixture.Reply reply = function.bot(1, BODY, sha256(BODY));

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.outcome()).isEqualTo("unknown");
    assertThat(reply.code()).isEqualTo("lost_answer");
    assertThat(reply.message())
        .endsWith(
            "; look for the registry by its name with tcr-describe-instances before you ask again");
  }

  @Test
  void internalErrorIsInDoubt() {
    cloud.refuse("CreateInstance", "InternalError", "oops");

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.code()).isEqualTo("InternalError");
    assertThat(cloud.count("DescribeInstances")).isOne();
  }

  @Test
  void nameExistsButMayNotBeLookedUp_isUnknown() {
    cloud.twist(
        request ->
            Optional.of(
                request.action().equals("CreateInstance")
                    ? FakeCloud.error("InvalidParameter.ErrorNameExists", "exists")
                    : FakeCloud.error("UnauthorizedOperation", "no")));

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.message())
        .startsWith(
            "the name payments exists, but this function's role may not look it up"
                + " (tcr:DescribeInstances: UnauthorizedOperation); ");
  }

  @Test
  void answersThatMakeNoSenseAreInDoubt() {
    for (String nonsense : List.of("{}", "{\"Response\":null}", "{\"Response\":{}}", "<html>")) {
      cloud.twist(
          request ->
              request.action().equals("CreateInstance") ? Optional.of(nonsense) : Optional.empty());

      Fixture.Reply reply = function.ci("a", BODY);

      assertThat(reply.status()).as(nonsense).isEqualTo(504);
      assertThat(reply.code()).isEqualTo("malformed_answer");
    }
  }

  @Test
  void missingRightIsNamed() {
    cloud.refuse("CreateInstance", "UnauthorizedOperation", "you are not authorized");

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.code()).isEqualTo("UnauthorizedOperation");
    assertThat(reply.message())
        .isEqualTo(
            "function role lacks tcr:CreateInstance; the cloud says: you are not authorized");
    assertThat(reply.body()).containsEntry("RequestId", "cloud-request");
  }

  @Test
  void rateLimitMayBeTriedAgain() {
    cloud.refuse("CreateInstance", "RequestLimitExceeded", "slow down");

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsEntry("Retry-After", "1");
    assertThat(reply.outcome()).isEqualTo("refused");
  }

  @Test
  void keysThatTheCloudForgotEndTheInstance() {
    cloud.refuse("CreateInstance", "AuthFailure.TokenFailure", "token expired");

    assertThat(function.ci("a", BODY).status()).isEqualTo(502);
    assertThat(function.staleKeys).isOne();
  }

  @Test
  void unreachableCloudIsCertainlyWithoutEffect() {
    cloud.close();

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("cloud_unreachable");
    assertThat(reply.message()).endsWith("; nothing was done, try again");
  }

  @Test
  void sameCallAgain_isReplayed() {
    function.ci("a", BODY);

    Fixture.Reply again = function.ci("a", BODY);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).containsEntry("RegistryId", "tcr-00000001");
    assertThat(again.outcome()).isEqualTo("replayed");
    assertThat(cloud.count("CreateInstance")).isOne();
  }

  @Test
  void sameIdWithOtherParameters_isRefused() {
    function.ci("a", BODY);

    Fixture.Reply other = function.ci("a", BODY.replace("payments", "payments2"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("id_reused");
  }

  @Test
  void sameIdWhileTheFirstIsRunning_isToldToWait() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    cloud.twist(
        request -> {
          arrived.countDown();
          go.await();
          return Optional.empty();
        });
    function.handler();
    CompletableFuture<Fixture.Reply> first =
        CompletableFuture.supplyAsync(() -> function.ci("a", BODY));
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

    Fixture.Reply second = function.ci("a", BODY);
    go.countDown();

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("in_progress");
    assertThat(second.headers()).containsEntry("Retry-After", "1");
    assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void refusedCallMayBeSentAgain() {
    cloud.refuse("CreateInstance", "RequestLimitExceeded", "slow down");
    function.ci("a", BODY);
    cloud.twist(request -> Optional.empty());

    assertThat(function.ci("a", BODY).outcome()).isEqualTo("created");
  }

  @Test
  void lostOutcomeMayBeSentAgain_becauseTheTagFindsIt() {
    cloud.twist(
        request ->
            request.action().equals("DescribeInstances")
                ? Optional.of(FakeCloud.error("InternalError", "later"))
                : Optional.empty());
    cloud.dropAnswerOf("CreateInstance");
    assertThat(function.ci("a", BODY).status()).isEqualTo(504);
    cloud.twist(request -> Optional.empty());
    cloud.dropAnswerOf("");

    Fixture.Reply again = function.ci("a", BODY);

    assertThat(again.outcome()).isEqualTo("adopted");
    assertThat(cloud.registries).hasSize(1);
  }

  @Test
  void replaysAreForgottenAfterADay() {
    function.ci("a", BODY);
    function.clock.move(Duration.ofHours(25));

    assertThat(function.ci("a", BODY).outcome()).as("the tag still knows").isEqualTo("adopted");
  }

  private static String sha256(String body) {
    return CreateInstance.from(Json.readObject(body.getBytes(UTF_8)))
        .fold(valid -> valid.value().sha256(), invalid -> "");
  }
}
