// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may save what: only the attempt that holds the request, and only once. */
class FenceTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

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
    return work.claim(room.find(request.id()), "test", LEASE, r -> Optional.empty());
  }

  private static Made made(String id) {
    return new Made(id, false, Optional.of("jwe of " + id), "tc");
  }

  @Test
  void theOlderAttemptCannotSave() {
    assertThat(work.succeeded(request.id(), 1, made("code-1"), List.of())).isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXECUTING);
    assertThat(room.find(request.id()).resourceId()).isEmpty();
    assertThat(room.find(request.id()).sealedValueWaiting()).isFalse();
  }

  @Test
  void theCurrentAttemptSavesOnce() {
    assertThat(work.succeeded(request.id(), 2, made("code-2"), List.of())).isTrue();
    assertThat(work.succeeded(request.id(), 1, made("code-1"), List.of())).isFalse();
    assertThat(work.succeeded(request.id(), 2, made("code-3"), List.of())).isFalse();
    assertThat(room.find(request.id()).resourceId()).contains("code-2");
  }

  @Test
  void savingTheSameAgainIsConfirmed() {
    // The commit's answer may be lost; whoever asks again is told how it stands.
    work.succeeded(request.id(), 2, made("code-2"), List.of());
    assertThat(work.succeeded(request.id(), 2, made("code-2"), List.of())).isTrue();
    assertThat(room.ledger().audit(request.id()))
        .filteredOn(row -> row.event().equals("succeeded"))
        .hasSize(1);
  }

  @Test
  void theOlderAttemptCannotFailTheRequest() {
    assertThat(work.gaveUp(request.id(), 1, Optional.empty(), State.FAILED, "No.", List.of()))
        .isFalse();
    assertThat(work.ended(request.id(), 1, Ending.unknown("lost"), Instant.EPOCH)).isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXECUTING);
    assertThat(work.due(Task.Kind.EXECUTE, 9)).isEmpty();
  }

  @Test
  void terminalStatesAbsorb() {
    work.gaveUp(request.id(), 2, Optional.empty(), State.FAILED, "No.", List.of());

    assertThat(work.succeeded(request.id(), 2, made("code-2"), List.of())).isFalse();
    assertThat(
            work.gaveUp(request.id(), 2, Optional.empty(), State.NEEDS_OPERATOR, "Hm.", List.of()))
        .isFalse();
    assertThat(claim()).isInstanceOf(Claim.Gone.class);
    assertThat(room.approve(request, "U0CAROL")).isInstanceOf(VoteResult.TooLate.class);
    assertThat(room.ledger().cancel(request.id(), "U0ALICE")).isFalse();
    assertThat(room.find(request.id()).state()).isEqualTo(State.FAILED);
    assertThat(room.find(request.id()).failure()).contains("No.");
  }

  @Test
  void whatWasReadTooEarlyCannotBeClaimed() {
    assertThat(work.claim(request, "test", LEASE, r -> Optional.empty()))
        .isInstanceOf(Claim.Gone.class);
  }

  @Test
  void tokensGrowByOneUpToWhatAMarkCanHold() {
    for (int token = 3; token <= 99; token++) {
      assertThat(claim()).isInstanceOf(Claim.Claimed.class);
    }
    assertThat(claim()).isEqualTo(new Claim.Withheld("It was tried 99 times; ask again later."));
    assertThat(work.attempts(request.id()))
        .extracting(Attempt::token)
        .startsWith(1, 2, 3)
        .endsWith(98, 99)
        .isSorted();
  }

  @Test
  void anObjectionChangesNothing() {
    Claim claim = work.claim(room.find(request.id()), "t", LEASE, r -> Optional.of("Not today."));

    assertThat(claim).isEqualTo(new Claim.Withheld("Not today."));
    assertThat(room.find(request.id()).token()).isEqualTo(2);
  }

  @Test
  void aTaskIsTakenByOne() throws Exception {
    room.approved(registry("payments"));
    Task task = work.due(Task.Kind.EXECUTE, 9).get(0);

    List<Optional<Task>> taken = Race.of(50, i -> work.take(task, LEASE));

    assertThat(taken).filteredOn(Optional::isPresent).hasSize(1);
    assertThat(work.due(Task.Kind.EXECUTE, 9)).isEmpty();
    room.clock.advance(LEASE);
    assertThat(work.due(Task.Kind.EXECUTE, 9)).hasSize(2);
  }

  @Test
  void aLostLeaseCannotPutOffOrFinishTheTask() {
    room.clock.advance(LEASE);
    Task due = work.due(Task.Kind.EXECUTE, 9).get(0);
    Task stalled = work.take(due, LEASE).orElseThrow();
    room.clock.advance(LEASE);
    Task taken = work.take(work.due(Task.Kind.EXECUTE, 9).get(0), LEASE).orElseThrow();

    assertThat(work.again(stalled, 5, Instant.EPOCH)).isEmpty();
    work.done(stalled);

    assertThat(work.again(taken, 1, room.clock.instant())).isPresent();
  }

  @Test
  void signsInWholeSeconds() {
    room.clock.advance(Duration.ofMillis(789));
    Claim.Claimed claimed = (Claim.Claimed) claim();

    assertThat(claimed.attempt().signedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(work.attempts(request.id())).contains(claimed.attempt());
  }
}
