// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.contract.FunctionName.TCR_CREATE_INSTANCE;
import static io.berth.contract.FunctionName.TCR_DESCRIBE_INSTANCES;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
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

  @Test
  void makesWhatWasApprovedAndNothingBefore() {
    Request request = yard.room.stored(registry("payments"));
    yard.provisioner.runDue();
    assertThat(yard.functions.calls).isEmpty();

    yard.room.approve(request, "U0BOB");
    yard.provisioner.runDue();

    Request done = yard.room.find(request.id());
    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resourceId()).contains("tcr-00000001");
    assertThat(only(done).resource().orElseThrow().adopted()).isFalse();
    assertThat(yard.functions.cloud.registriesOf(request.id())).containsExactly("tcr-00000001");
    assertThat(yard.functions.calls)
        .extracting(FakeFunctions.Call::webhookId)
        .containsExactly(request.id() + "-1");
  }

  @Test
  void sendsTheApprovedParametersWordForWord() {
    Request request = yard.room.approved(registry("payments"));
    yard.provisioner.runDue();

    assertThat(yard.functions.calls.get(0).body())
        .isEqualTo(registry("payments").parameters().json());
    assertThat(yard.state(request)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void followsTheRegistryUntilItRuns() {
    Request request = yard.room.approved(registry("payments"));
    List<String> seen = new ArrayList<>();
    for (String status : List.of("Pending", "Deploying", "Running")) {
      yard.provisioner.runDue();
      yard.functions.cloud.status(status);
      yard.room.clock.advance(Duration.ofSeconds(2));
      yard.provisioner.runDue();
      seen.add(only(yard.room.find(request.id())).progress().orElse("none"));
    }
    yard.pass(Duration.ofMinutes(5));

    assertThat(seen).containsExactly("Pending", "Deploying", "Running");
    assertThat(news(request))
        .containsExactly("stored", "approved", "created", "progress", "progress", "running");
    assertThat(yard.functions.calls(TCR_DESCRIBE_INSTANCES)).isEqualTo(3);
  }

  /** What the requester is told, in order, reading as the outbox's poster does. */
  private List<String> news(Request request) {
    List<String> kinds = new ArrayList<>();
    List<OutboxRow> due = yard.room.ledger().dueOutbox(50);
    while (!due.isEmpty()) {
      for (OutboxRow row : due) {
        yard.room.ledger().outboxDone(row.id(), new Posted("D0ALICE", "1.0"));
        if (row.requestId().equals(request.id()) && row.audience() == Audience.REQUESTER) {
          kinds.add(row.news().word());
        }
      }
      due = yard.room.ledger().dueOutbox(50);
    }
    return kinds;
  }

  @Test
  void adoptsWhatALostAnswerMade() {
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.LOSES_THE_ANSWER);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resource().orElseThrow().adopted()).isTrue();
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(1);
    assertThat(yard.functions.cloud.registries).hasSize(1);
  }

  @Test
  void triesAgainWhenTheLostCallHadNoEffect() {
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.DROPS_THE_CALL);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).token()).isEqualTo(2);
    assertThat(yard.functions.calls(TCR_DESCRIBE_INSTANCES)).isGreaterThanOrEqualTo(2);
    assertThat(yard.functions.cloud.registries).hasSize(1);
  }

  @Test
  void looksAfterAnErrorThatMayHaveHadAnEffect() {
    yard.functions.next(
        TCR_CREATE_INSTANCE, FakeFunctions.afterEffectAnswers(504, "InternalError", "unknown"));

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resource().orElseThrow().adopted()).isTrue();
    assertThat(yard.functions.cloud.registries).hasSize(1);
  }

  @Test
  void adoptsEvenWhenTheListLagsLongerThanAllAttempts() {
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        FakeFunctions.LOSES_THE_ANSWER,
        FakeFunctions.DROPS_THE_CALL,
        FakeFunctions.DROPS_THE_CALL);
    yard.functions.cloud.showRegistries(false);
    Request request = yard.room.approved(registry("payments"));
    for (int i = 0; i < 60; i++) {
      yard.provisioner.runDue();
      yard.room.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(yard.state(request)).isEqualTo(State.EXECUTING);
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(3);

    yard.functions.cloud.showRegistries(true);
    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resourceId()).contains("tcr-00000001");
  }

  @Test
  void failsOnlyAfterTheSettleTimeWhenNothingEverAppears() {
    yard.functions.weather(f -> f == TCR_CREATE_INSTANCE ? FakeFunctions.DROPS_THE_CALL : null);
    Request request = yard.room.approved(registry("payments"));

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure())
        .contains(
            "Tencent Cloud gave no usable answer in 3 attempts, and no registry of this name"
                + " exists. Ask again.");
    List<Attempt> attempts = yard.room.ledger().work().attempts(first(request));
    assertThat(attempts).hasSize(3);
    assertThat(Duration.between(attempts.get(2).signedAt(), yard.room.clock.instant()))
        .isGreaterThanOrEqualTo(Yard.SETTINGS.settle());
  }

  @Test
  void neverAdoptsSomebodyElsesRegistry() {
    yard.functions.cloud.add("payments", Optional.of("01ARZ3NDEKTSV4RRFFQ69G5FAV"));

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure().orElseThrow()).contains("payments is taken (NAME_TAKEN)");
    assertThat(only(done).resourceId()).isEmpty();
  }

  @Test
  void aNameTakenByOurselvesIsAdopted() {
    Request request = yard.room.approved(registry("payments"));
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        FakeFunctions.afterEffectAnswers(409, "InvalidParameter.ErrorNameExists", "refused"));

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resource().orElseThrow().adopted()).isTrue();
  }

  @Test
  void registriesWithSimilarNamesAreNotMistaken() {
    yard.functions.cloud.add("payments-2", Optional.empty());
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.DROPS_THE_CALL);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resourceId()).contains("tcr-00000002");
  }

  @Test
  void findsTheNameOnALaterPage() {
    for (int i = 0; i < 150; i++) {
      yard.functions.cloud.add("payments" + i, Optional.empty());
    }
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.LOSES_THE_ANSWER);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resourceId()).contains("tcr-00000151");
  }

  @Test
  void asksAnOperatorWhenTagsCannotTellWhoseItIs() {
    yard.functions.cloud.hideTags();
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.LOSES_THE_ANSWER);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.NEEDS_OPERATOR);
    assertThat(only(done).failure().orElseThrow()).contains("tcr-00000001");
    assertThat(only(done).resourceId()).isEmpty();
  }

  @Test
  void asksAnOperatorWhenTheCloudCannotBeAsked() {
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.LOSES_THE_ANSWER);
    yard.functions.weather(
        f ->
            f == TCR_DESCRIBE_INSTANCES
                ? FakeFunctions.answers(502, "UnauthorizedOperation", "refused")
                : null);

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.NEEDS_OPERATOR);
    assertThat(only(done).failure().orElseThrow()).contains("UnauthorizedOperation");
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(1);
  }

  @Test
  void aRefusalEndsTheRequestWithItsCode() {
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        FakeFunctions.answers(502, "InvalidParameter.ErrorNameReserved", "refused"));

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure())
        .contains(
            "Tencent Cloud refused it (InvalidParameter.ErrorNameReserved): Because of a test."
                + " Choose another name: this one is reserved.");
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(1);
  }

  @Test
  void aRefusalOfAnUnlistedCodeIsNotBelieved() {
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        FakeFunctions.afterEffectAnswers(502, "SomethingNew.InTheCloud", "refused"));

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).resource().orElseThrow().adopted()).isTrue();
  }

  @Test
  void tooManyCallsIsTriedAgainAndCostsNoAttempt() {
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        FakeFunctions.answers(429, "RequestLimitExceeded", "refused"),
        FakeFunctions.answers(429, "RequestLimitExceeded", "refused"),
        FakeFunctions.answers(503, "NoTimeLeft", "refused"),
        FakeFunctions.answers(429, "RequestLimitExceeded", "refused"));

    Request done = yard.settle(yard.room.approved(registry("payments")));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).token()).isEqualTo(5);
    assertThat(yard.functions.calls(TCR_DESCRIBE_INSTANCES)).isZero();
  }

  @Test
  void waitsForAFunctionThatCannotBeReached() {
    Request request = yard.room.approved(registry("payments"));
    yard.functions.close();
    for (int i = 0; i < 30; i++) {
      yard.provisioner.runDue();
      yard.room.clock.advance(Duration.ofSeconds(10));
    }

    assertThat(yard.state(request)).isEqualTo(State.EXECUTING);
    assertThat(yard.room.ledger().work().attempts(first(request)))
        .hasSizeGreaterThan(3)
        .extracting(Attempt::state)
        .containsOnly(Attempt.State.LATER);
  }
}
