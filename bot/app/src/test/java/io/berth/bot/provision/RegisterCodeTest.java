// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static io.berth.contract.FunctionName.TAT_DESCRIBE_REGISTER_CODES;
import static io.berth.contract.FunctionName.TAT_DISABLE_REGISTER_CODES;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCodeTest {
  @TempDir Path directory;
  private Yard yard;

  @BeforeEach
  void open() {
    yard = new Yard(directory);
  }

  @AfterEach
  void close() {
    yard.close();
  }

  private Optional<Secret> opened(Request request) {
    RevealResult.Sealed sealed =
        (RevealResult.Sealed) yard.room.ledger().reveal(first(request), "U0ALICE");
    List<Secret> keys = List.of(yard.functions.secrets.get(TAT_CREATE_REGISTER_CODE));
    return Seal.open(sealed.jwe(), keys, request.id());
  }

  @Test
  void handsTheSealedValueToTheRequester() {
    Request done = yard.settle(yard.room.approved(code()));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resourceId()).contains("00000000-0000-0000-0000-000000000001");
    assertThat(only(done).secretWaiting()).isTrue();
    assertThat(opened(done).map(Secret::reveal)).contains(FakeCloud.CANARY + "00000001");
  }

  @Test
  void aLostAnswerIsFollowedByAnotherCodeAndTheFirstIsSweptOnlyWhenNothingCanArriveAnyMore() {
    yard.functions.next(TAT_CREATE_REGISTER_CODE, FakeFunctions.LOSES_THE_ANSWER);
    Request done = yard.settle(yard.room.approved(code()));

    assertThat(only(done).resourceId()).contains("00000000-0000-0000-0000-000000000002");
    assertThat(opened(done).map(Secret::reveal)).contains(FakeCloud.CANARY + "00000002");
    assertThat(yard.functions.cloud.enabledCodes(done.id())).hasSize(2);

    yard.pass(Duration.ofMinutes(13));
    assertThat(yard.functions.cloud.enabledCodes(done.id())).hasSize(2);
    yard.pass(Duration.ofMinutes(3));

    assertThat(yard.functions.cloud.enabledCodes(done.id()))
        .containsExactly(only(done).resourceId().orElseThrow());
    assertThat(yard.room.ledger().audit(done.id())).extracting(AuditRow::event).contains("swept");
  }

  @Test
  void theSecondPassFindsWhatTheFirstCouldNotSee() {
    Request done = yard.settle(yard.room.approved(code()));
    yard.pass(Duration.ofMinutes(20));
    // A stray copy of the very same call, held up somewhere for half an hour.
    yard.functions.cloud.code(code(), new io.berth.contract.RequestMark(done.id(), 1));

    yard.pass(Duration.ofMinutes(45));

    assertThat(yard.functions.cloud.enabledCodes(done.id()))
        .containsExactly(only(done).resourceId().orElseThrow());
    assertThat(yard.room.ledger().work().due(Task.Job.SWEEP, 9)).isEmpty();
  }

  @Test
  void sweepsOnlyTwice() {
    yard.settle(yard.room.approved(code()));
    yard.pass(Duration.ofHours(3));

    // Two passes of two readings each.
    assertThat(yard.functions.calls(TAT_DESCRIBE_REGISTER_CODES)).isEqualTo(4);
    assertThat(yard.functions.calls(TAT_DISABLE_REGISTER_CODES)).isZero();
  }

  @Test
  void leavesNothingEnabledWhenItGivesUp() {
    yard.functions.weather(
        f -> f == TAT_CREATE_REGISTER_CODE ? FakeFunctions.LOSES_THE_ANSWER : null);

    Request request = yard.room.approved(code());
    yard.pass(Duration.ofMinutes(10));

    Part open = only(yard.room.find(request.id()));
    assertThat(open.state()).isEqualTo(PartState.EXECUTING);
    assertThat(open.stopped().orElseThrow()).contains("no usable answer in 3 attempts");
    assertThat(yard.functions.cloud.enabledCodes(request.id())).hasSize(3);

    Request done = yard.settle(request);
    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure()).isEqualTo(open.stopped());
    assertThat(yard.functions.cloud.enabledCodes(done.id())).isEmpty();
    yard.functions.cloud.code(code(), new io.berth.contract.RequestMark(done.id(), 3));
    yard.pass(Duration.ofMinutes(61));
    assertThat(yard.functions.cloud.enabledCodes(done.id())).isEmpty();
  }

  @Test
  void aCodeWithoutItsValueIsAnOrphan() {
    yard.functions.next(
        TAT_CREATE_REGISTER_CODE,
        (exchange, effect) -> {
          FakeFunctions.Answer answer = effect.get();
          answer.body().remove("RegisterCodeValueSealed");
          return answer;
        });

    Request done = yard.settle(yard.room.approved(code()));

    assertThat(only(done).token()).isEqualTo(2);
    assertThat(opened(done)).isPresent();
  }

  @Test
  void sweepsOnPastAHundredCodesAndLeavesThoseOfOthersAlone() {
    for (int i = 0; i < 130; i++) {
      yard.functions.cloud.code(
          code(), new io.berth.contract.RequestMark("01ARZ3NDEKTSV4RRFFQ69G5FAV", 1));
    }
    yard.functions.next(TAT_CREATE_REGISTER_CODE, FakeFunctions.LOSES_THE_ANSWER);
    Request done = yard.settle(yard.room.approved(code()));

    yard.pass(Duration.ofMinutes(16));

    assertThat(yard.functions.cloud.enabledCodes(done.id())).hasSize(1);
    assertThat(yard.functions.cloud.enabledCodes("01ARZ3NDEKTSV4RRFFQ69G5FAV")).hasSize(130);
  }

  @Test
  void triesTheSweepAgainWhenTheCloudCannotBeAsked() {
    yard.functions.next(TAT_CREATE_REGISTER_CODE, FakeFunctions.LOSES_THE_ANSWER);
    Request done = yard.settle(yard.room.approved(code()));
    yard.functions.next(
        TAT_DESCRIBE_REGISTER_CODES, FakeFunctions.answers(502, "InternalError", "refused"));
    yard.functions.next(
        TAT_DISABLE_REGISTER_CODES, FakeFunctions.answers(502, "InternalError", "refused"));

    yard.pass(Duration.ofMinutes(30));

    assertThat(yard.functions.cloud.enabledCodes(done.id())).hasSize(1);
  }

  @Test
  void auditsAnOrphanThatAMachineHasUsed() {
    yard.functions.next(TAT_CREATE_REGISTER_CODE, FakeFunctions.LOSES_THE_ANSWER);
    Request done = yard.settle(yard.room.approved(code()));
    yard.functions.cloud.codes.get(0).registered()[0] = 2;

    yard.pass(Duration.ofMinutes(16));

    assertThat(yard.room.ledger().audit(done.id()))
        .filteredOn(row -> row.event().equals("swept"))
        .extracting(AuditRow::detail)
        .containsExactly(
            "{\"part\":1,\"disabled\":[\"00000000-0000-0000-0000-000000000001\"],"
                + "\"used\":[\"00000000-0000-0000-0000-000000000001\"]}");
  }

  @Test
  void forgetsTheSealedValueWhenTheCodeExpires() {
    Request done = yard.settle(yard.room.approved(code()));

    yard.pass(Duration.ofHours(4).plusMinutes(2));

    assertThat(only(yard.room.find(done.id())).secretWaiting()).isFalse();
    assertThat(yard.room.ledger().reveal(first(done), "U0ALICE"))
        .isEqualTo(new RevealResult.Refused(RevealResult.Why.EXPIRED));
  }

  @Test
  void keepsTheValueOfACodeThatNeverExpires() {
    Spec permanent =
        LedgerRoom.spec("code", Map.of("Region", "ap-guangzhou", "EffectiveTime", 100_000L));
    Request done = yard.settle(yard.room.approved(permanent));

    yard.room.clock.advance(Duration.ofDays(4000));
    yard.provisioner.runDue();

    assertThat(only(yard.room.find(done.id())).secretWaiting()).isTrue();
  }
}
