// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.AttemptOutcome;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Created;
import io.berth.bot.ledger.model.Look;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.model.VoteResult;
import io.berth.bot.voice.ExecutionPhrase;
import io.berth.bot.voice.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may save what: only the attempt that holds the request, and only once. */
class FenceTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration SETTLE = Duration.ofMinutes(15);
  private static final Sentence NOT_TODAY = ExecutionPhrase.APPROVAL_ENDED.with("at", "noon");

  @TempDir Path directory;
  private LedgerRoom room;
  private Work work;
  private Request request;

  @BeforeEach
  void openWithTwoAttempts() {
    room = new LedgerRoom(directory);
    work = room.ledger().work();
    request = room.approved(code());
    claim();
    claim();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Claim claim() {
    return work.claim(
        only(room.find(request.id())), "test", LEASE, r -> Optional.empty(), Map.of());
  }

  private boolean fail(int token) {
    Instant settled = room.clock.instant().plus(SETTLE);
    return work.failed(
        first(request), token, Optional.empty(), "No.", Look.nothing(settled, SETTLE), List.of());
  }

  @Test
  void nothingFailsWhileAnAttemptMayStillHaveAnEffect() {
    Instant almost = room.clock.instant().plus(SETTLE).minusMillis(1);
    assertThatThrownBy(
            () ->
                work.failed(
                    first(request),
                    2,
                    Optional.empty(),
                    "No.",
                    Look.nothing(almost, SETTLE),
                    List.of()))
        .hasMessageContaining("attempt 1 is still open");
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXECUTING);

    Look taken = Look.nameHeld(almost, SETTLE);
    assertThat(work.failed(first(request), 2, Optional.empty(), "No.", taken, List.of())).isTrue();
  }

  private static Created made(String id) {
    return new Created(id, false, Optional.of("jwe of " + id), "tc");
  }

  @Test
  void theOlderAttemptCannotSave() {
    assertThat(work.succeeded(first(request), 1, made("code-1"), List.of())).isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXECUTING);
    assertThat(only(room.find(request.id())).resourceId()).isEmpty();
    assertThat(only(room.find(request.id())).secretWaiting()).isFalse();
  }

  @Test
  void theCurrentAttemptSavesOnce() {
    assertThat(work.succeeded(first(request), 2, made("code-2"), List.of())).isTrue();
    assertThat(work.succeeded(first(request), 1, made("code-1"), List.of())).isFalse();
    assertThat(work.succeeded(first(request), 2, made("code-3"), List.of())).isFalse();
    assertThat(only(room.find(request.id())).resourceId()).contains("code-2");
  }

  @Test
  void savingTheSameAgainIsConfirmed() {
    // The commit's answer may be lost; whoever asks again is told how it stands.
    work.succeeded(first(request), 2, made("code-2"), List.of());
    assertThat(work.succeeded(first(request), 2, made("code-2"), List.of())).isTrue();
    assertThat(room.ledger().audit(request.id()))
        .filteredOn(row -> row.event().equals("succeeded"))
        .hasSize(1);
  }

  @Test
  void theOlderAttemptCannotFailTheRequest() {
    assertThat(fail(1)).isFalse();
    assertThat(work.needsOperator(first(request), 1, ExecutionPhrase.CREATED.with())).isFalse();
    assertThat(work.ended(first(request), 1, AttemptOutcome.unknown("lost"), Instant.EPOCH))
        .isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXECUTING);
    assertThat(work.due(Task.Job.EXECUTE, 9)).isEmpty();
  }

  @Test
  void terminalStatesAbsorb() {
    assertThat(fail(2)).isTrue();

    assertThat(work.succeeded(first(request), 2, made("code-2"), List.of())).isFalse();
    assertThat(work.needsOperator(first(request), 2, ExecutionPhrase.CREATED.with())).isFalse();
    assertThat(claim()).isInstanceOf(Claim.Gone.class);
    assertThat(room.approve(request, "U0CAROL")).isInstanceOf(VoteResult.TooLate.class);
    assertThat(room.ledger().cancel(request.id(), "U0ALICE")).isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.FAILED);
    assertThat(only(room.find(request.id())).failure()).contains("No.");
  }

  @Test
  void whatWasReadTooEarlyCannotBeClaimed() {
    assertThat(work.claim(only(request), "test", LEASE, r -> Optional.empty(), Map.of()))
        .isInstanceOf(Claim.Gone.class);
  }

  @Test
  void tokensGrowByOneUpToWhatAMarkCanHold() {
    for (int token = 3; token <= 99; token++) {
      assertThat(claim()).isInstanceOf(Claim.Claimed.class);
    }
    assertThat(claim())
        .isEqualTo(new Claim.Withheld(ExecutionPhrase.TRIED_TOO_OFTEN.with("attempts", 99)));
    assertThat(work.attempts(first(request)))
        .extracting(Attempt::token)
        .startsWith(1, 2, 3)
        .endsWith(98, 99)
        .isSorted();
  }

  @Test
  void anObjectionChangesNothing() {
    Claim claim =
        work.claim(
            only(room.find(request.id())), "t", LEASE, r -> Optional.of(NOT_TODAY), Map.of());

    assertThat(claim).isEqualTo(new Claim.Withheld(NOT_TODAY));
    assertThat(only(room.find(request.id())).token()).isEqualTo(2);
  }

  @Test
  void aTaskIsTakenByOne() throws Exception {
    room.approved(registry("payments"));
    Task task = work.due(Task.Job.EXECUTE, 9).get(0);

    List<Optional<Task>> taken = Race.of(50, i -> work.take(task, LEASE));

    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(work.due(Task.Job.EXECUTE, 9)).isEmpty();
    room.clock.advance(LEASE);
    assertThat(work.due(Task.Job.EXECUTE, 9)).hasSize(2);
  }

  @Test
  void aLostLeaseCannotPutOffOrFinishTheTask() {
    room.clock.advance(LEASE);
    Task due = work.due(Task.Job.EXECUTE, 9).get(0);
    Task stalled = work.take(due, LEASE).orElseThrow();
    room.clock.advance(LEASE);
    Task taken = work.take(work.due(Task.Job.EXECUTE, 9).get(0), LEASE).orElseThrow();

    assertThat(work.again(stalled, 5, Instant.EPOCH)).isEmpty();
    work.done(stalled);

    assertThat(work.again(taken, 1, room.clock.instant())).isPresent();
  }

  @Test
  void signsInWholeSeconds() {
    room.clock.advance(Duration.ofMillis(789));
    Claim.Claimed claimed = (Claim.Claimed) claim();

    assertThat(claimed.attempt().signedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(work.attempts(first(request))).contains(claimed.attempt());
  }
}
