// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static io.berth.contract.FunctionName.TCR_CREATE_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** Crashes, stalls and two workers at once: one approved request is one resource all the same. */
class TakeOverTest {
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

  /** What a process leaves behind that dies right after its claim. */
  private Request claimedAndDied(Spec parameters) {
    Request request = yard.room.approved(parameters);
    Task task = yard.room.ledger().work().due(Task.Job.EXECUTE, 9).get(0);
    yard.room.ledger().work().take(task, Yard.SETTINGS.lease());
    Claim claim =
        yard.room
            .ledger()
            .work()
            .claim(only(request), "dead", Yard.SETTINGS.lease(), r -> Optional.empty(), Map.of());
    assertThat(claim).isInstanceOf(Claim.Claimed.class);
    return request;
  }

  @Test
  void aClaimIsLeftAloneUntilItsLeaseEnds() {
    Request request = claimedAndDied(registry("payments"));
    yard.room.clock.advance(Duration.ofSeconds(59));
    yard.provisioner.runDue();
    assertThat(yard.functions.calls).isEmpty();

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(only(done).token()).isEqualTo(2);
  }

  @Test
  void goesOnAtOnceAfterARestart() {
    Request request = claimedAndDied(registry("payments"));
    yard.room.reopen();
    yard.provisioner = yard.provisioner("berth-2");

    yard.provisioner.runDue();
    assertThat(yard.room.ledger().work().attempts(first(request)))
        .extracting(Attempt::state)
        .containsExactly(Attempt.State.UNKNOWN);
    assertThat(yard.settle(request).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void adoptsWhatTheDeadProcessHadSent() {
    Request request = claimedAndDied(registry("payments"));
    yard.functions.cloud.registry(registry("payments"), request.id());

    Request done = yard.settle(request);

    assertThat(only(done).resource().orElseThrow().adopted()).isTrue();
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isZero();
    assertThat(yard.functions.cloud.registries).hasSize(1);
  }

  @Test
  void aStalledWorkerCannotSaveItsCodeAndDisablesIt() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    yard.functions.next(
        TAT_CREATE_REGISTER_CODE,
        (exchange, effect) -> {
          FakeFunctions.Answer answer = effect.get();
          arrived.countDown();
          await(goOn);
          return answer;
        });
    Request request = yard.room.approved(code());
    CompletableFuture<Void> stalled = CompletableFuture.runAsync(() -> yard.provisioner.runDue());
    await(arrived);

    yard.room.clock.advance(Yard.SETTINGS.lease());
    yard.provisioner = yard.provisioner("berth-2");
    Request done = yard.settle(request);
    goOn.countDown();
    stalled.get(10, TimeUnit.SECONDS);

    assertThat(only(done).resourceId()).contains("00000000-0000-0000-0000-000000000002");
    assertThat(yard.room.find(request.id())).isEqualTo(done);
    assertThat(yard.functions.cloud.enabledCodes(request.id()))
        .containsExactly(only(done).resourceId().orElseThrow());
  }

  @Test
  void aStalledWorkerThatMadeTheRegistryIsAdoptedByTheNext() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        (exchange, effect) -> {
          arrived.countDown();
          await(goOn);
          return effect.get();
        });
    Request request = yard.room.approved(registry("payments"));
    CompletableFuture<Void> stalled = CompletableFuture.runAsync(() -> yard.provisioner.runDue());
    await(arrived);

    yard.room.clock.advance(Yard.SETTINGS.lease());
    yard.provisioner = yard.provisioner("berth-2");
    Request done = yard.settle(request);
    goOn.countDown();
    stalled.get(10, TimeUnit.SECONDS);

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(yard.functions.cloud.registries).hasSize(1);
    assertThat(yard.room.find(request.id())).isEqualTo(done);
  }

  @Test
  void manyWorkersCallOnce() throws Exception {
    Request request = yard.room.approved(registry("payments"));
    List<Provisioner> workers =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> yard.provisioner("worker-" + i))
            .toList();

    io.berth.bot.ledger.Race.of(20, i -> workers.get(i).runDue());

    assertThat(yard.state(request)).isEqualTo(State.SUCCEEDED);
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(1);
  }

  @Test
  void fiftyClaimsGiveOneAttempt() throws Exception {
    Request request = yard.room.approved(code());

    List<Claim> claims =
        io.berth.bot.ledger.Race.of(
            50,
            i ->
                yard.room
                    .ledger()
                    .work()
                    .claim(
                        only(request),
                        "w" + i,
                        Yard.SETTINGS.lease(),
                        r -> Optional.empty(),
                        Map.of()));

    assertThat(claims).filteredOn(Claim.Claimed.class::isInstance).hasSize(1);
    assertThat(yard.room.ledger().work().attempts(first(request))).hasSize(1);
    assertThat(only(yard.room.find(request.id())).token()).isEqualTo(1);
  }

  @Test
  void theAttemptIsJournaledBeforeTheCall() {
    Request request = yard.room.approved(registry("payments"));
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        (exchange, effect) -> {
          assertThat(yard.room.ledger().work().attempts(first(request)))
              .extracting(Attempt::state)
              .containsExactly(Attempt.State.SENDING);
          return effect.get();
        });

    yard.provisioner.runDue();

    assertThat(yard.state(request)).isEqualTo(State.SUCCEEDED);
    assertThat(yard.room.ledger().audit(request.id()))
        .extracting(AuditRow::event)
        .containsExactly("stored", "vote", "attempt", "attempt-ended", "succeeded");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
