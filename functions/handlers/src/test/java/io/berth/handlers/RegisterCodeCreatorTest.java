// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.auth.Seal;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.text.Json;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterCodeCreatorTest {
  private static final String BODY =
      "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"InstanceNamePrefix\":\"webserver\","
          + "\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}";
  private static final String CI_MARK = "[" + RequestMark.requestIdOf("ci", "a") + "#1]";

  private FakeCloud cloud;
  private Fixture function;

  @BeforeEach
  void open() throws IOException {
    cloud = new FakeCloud();
    function = new Fixture(FunctionName.TAT_CREATE_REGISTER_CODE, cloud.uri());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void sealsTheValueForTheCaller_andMarksTheDescription() {
    Fixture.Reply reply = function.bot(3, BODY, sha256());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .containsOnlyKeys("RegisterCodeId", "RegisterCodeValueSealed", "Outcome", "RequestId");
    assertThat(reply.outcome()).isEqualTo("created");
    assertThat(cloud.last("CreateRegisterCode").json())
        .containsEntry("Description", "webserver [01JD8QZ5T4V9W6X2Y3A7B8C9DE#3]")
        .doesNotContainKey("Region");
    assertThat(open(reply, function.bot, Fixture.REQUEST)).contains(FakeCloud.VALUE);
    assertThat(open(reply, function.ci, Fixture.REQUEST)).isEmpty();
  }

  @Test
  void approvedCallCallsTheCloudOnce() {
    function.bot(1, BODY, sha256());

    assertThat(cloud.requests).hasSize(1);
  }

  @Test
  void theValueIsNeitherInTheAnswerNorInTheLog() {
    Fixture.Reply reply = function.bot(1, BODY, sha256());
    function.ci("a", BODY);

    assertThat(Json.write(reply.body())).doesNotContain(FakeCloud.VALUE);
    assertThat(function.lines)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(
                        FakeCloud.VALUE,
                        Fixture.SECRET_KEY,
                        "canary-token",
                        function.bot.reveal(),
                        function.ci.reveal(),
                        (String) reply.body().get("RegisterCodeValueSealed")));
  }

  @Test
  void sameCallAgain_getsTheStoredSealedAnswer() {
    Fixture.Reply first = function.bot(1, BODY, sha256());

    Fixture.Reply again = function.bot(1, BODY, sha256());

    assertThat(again.outcome()).isEqualTo("replayed");
    assertThat(again.body().get("RegisterCodeValueSealed"))
        .isEqualTo(first.body().get("RegisterCodeValueSealed"));
    assertThat(cloud.codes).hasSize(1);
  }

  @Test
  void lostOutcomeIsRepeated_neverTriedAgainUnderTheSameId() {
    cloud.dropAnswerOf("CreateRegisterCode");

    Fixture.Reply lost = function.bot(1, BODY, sha256());
    cloud.dropAnswerOf("");
    Fixture.Reply again = function.bot(1, BODY, sha256());

    assertThat(lost.status()).isEqualTo(504);
    assertThat(lost.code()).isEqualTo("lost_answer");
    assertThat(lost.message())
        .endsWith(
            "; if a code was made, its value is lost; disable what is marked"
                + " [01JD8QZ5T4V9W6X2Y3A7B8C9DE#1] and ask with the next attempt");
    assertThat(again.status()).isEqualTo(504);
    assertThat(cloud.codes).hasSize(1);
    assertThat(function.bot(2, BODY, sha256()).outcome()).isEqualTo("created");
  }

  @Test
  void callerWithoutLedger_asksAgainAfterALostAnswer_andIsToldTheId() {
    cloud.dropAnswerOf("CreateRegisterCode");
    Fixture.Reply lost = function.ci("a", BODY);
    cloud.dropAnswerOf("");

    Fixture.Reply again = function.ci("a", BODY);

    assertThat(lost.status()).isEqualTo(504);
    assertThat(lost.message())
        .endsWith("; send the same call again: it will say whether a code was made");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).containsEntry("RegisterCodeId", cloud.codes.get(0).id());
    assertThat(cloud.codes).hasSize(1);
  }

  @Test
  void callerWithoutLedger_getsOneCode_whileTheListShowsIt() {
    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.outcome()).isEqualTo("created");
    assertThat(open(reply, function.ci, RequestMark.requestIdOf("ci", "a")))
        .contains(FakeCloud.VALUE);
    assertThat(cloud.requests)
        .extracting(FakeCloud.CloudRequest::action)
        .containsExactly("DescribeRegisterCodes", "CreateRegisterCode", "DescribeRegisterCodes");
  }

  @Test
  void callerWithoutLedger_whoseEarlierInstanceMadeACode_isToldItsId() {
    for (int i = 0; i < 120; i++) {
      cloud.addCode("other " + i, true);
    }
    String id = cloud.addCode("webserver " + CI_MARK, true);

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("already_created");
    assertThat(reply.body()).containsEntry("RegisterCodeId", id);
    assertThat(reply.message()).contains(id, "a value is shown once");
    assertThat(cloud.count("CreateRegisterCode")).isZero();
  }

  @Test
  void disabledCodeAndForgedMarkDoNotCount() {
    cloud.addCode("webserver " + CI_MARK, false);
    cloud.addCode(CI_MARK + " forged in the middle", true);

    assertThat(function.ci("a", BODY).outcome()).isEqualTo("created");
  }

  @Test
  void twoInstancesAtOnce_theOneThatSeesTheOtherTakesItsOwnBack() {
    AtomicInteger lists = new AtomicInteger();
    cloud.twist(
        request -> {
          if (request.action().equals("DescribeRegisterCodes") && lists.incrementAndGet() == 2) {
            cloud.addCode("webserver " + CI_MARK, true);
          }
          return Optional.empty();
        });

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("already_created");
    assertThat(cloud.enabledCodes()).hasSize(1);
    assertThat(reply.body()).containsEntry("RegisterCodeId", cloud.enabledCodes().get(0).id());
  }

  @Test
  void codeThatCannotBeTakenBackIsUnknown() {
    AtomicInteger lists = new AtomicInteger();
    cloud.twist(
        request -> {
          if (request.action().equals("DescribeRegisterCodes") && lists.incrementAndGet() == 2) {
            cloud.addCode("webserver " + CI_MARK, true);
          }
          return request.action().equals("DisableRegisterCodes")
              ? Optional.of(FakeCloud.error("UnauthorizedOperation", "no"))
              : Optional.empty();
        });

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.message()).contains(cloud.codes.get(0).id(), "disable it");
  }

  @Test
  void listThatBreaksAfterTheCreate_takesTheCodeBack() {
    AtomicInteger lists = new AtomicInteger();
    cloud.twist(
        request ->
            request.action().equals("DescribeRegisterCodes") && lists.incrementAndGet() == 2
                ? Optional.of(FakeCloud.error("InternalError", "later"))
                : Optional.empty());

    assertThat(function.ci("a", BODY).status()).isEqualTo(503);
    assertThat(cloud.enabledCodes()).isEmpty();
    assertThat(function.ci("a", BODY).outcome()).isEqualTo("created");
  }

  @Test
  void listThatBreaksBeforeTheCreate_createsNothing() {
    cloud.refuse("DescribeRegisterCodes", "InternalError", "later");

    Fixture.Reply reply = function.ci("a", BODY);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("codes_not_listed");
    assertThat(cloud.codes).isEmpty();
  }

  @Test
  void roleThatMayNotList_createsPlainly_andSaysSoWhenTheAnswerIsLost() {
    cloud.refuse("DescribeRegisterCodes", "UnauthorizedOperation", "no");
    assertThat(function.ci("a", BODY).outcome()).isEqualTo("created");
    cloud.dropAnswerOf("CreateRegisterCode");

    Fixture.Reply lost = function.ci("b", BODY);

    assertThat(lost.status()).isEqualTo(504);
    assertThat(lost.message())
        .endsWith(
            "this function's role may not list codes, so it cannot tell whether a repeat would make"
                + " a second one");
  }

  @Test
  void answerWithoutAValueIsUnknown() {
    cloud.twist(
        request -> Optional.of("{\"Response\":{\"RegisterCodeId\":\"x\",\"RequestId\":\"r\"}}"));

    assertThat(function.bot(1, BODY, sha256()).code()).isEqualTo("malformed_answer");
  }

  private static Optional<String> open(Fixture.Reply reply, Secret key, String requestId) {
    String sealed = (String) reply.body().get("RegisterCodeValueSealed");
    return Seal.open(sealed, List.of(key), requestId).map(Secret::reveal);
  }

  private static String sha256() {
    return CreateRegisterCode.from(Json.readObject(BODY.getBytes(UTF_8)))
        .fold(valid -> valid.value().sha256(), invalid -> "");
  }
}
