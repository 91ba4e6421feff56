// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.bot.ledger.LedgerRoom.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Verdict;
import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.AuditRow;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.Origin;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import io.berth.bot.ledger.model.VoteResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoteTest {
  @TempDir Path directory;
  private LedgerRoom room;

  @BeforeEach
  void open() {
    room = new LedgerRoom(directory);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void oneApprovalOfOneApproves() {
    Request request = room.stored(registry("payments"));

    VoteResult result = room.approve(request, "U0BOB");

    assertThat(result).isInstanceOf(VoteResult.Counted.class);
    VoteResult.Counted counted = (VoteResult.Counted) result;
    assertThat(counted.verdict()).isInstanceOf(Verdict.Approved.class);
    assertThat(counted.request().state()).isEqualTo(State.APPROVED);
    assertThat(counted.request().votes())
        .containsExactly(new Vote("U0BOB", true, Optional.empty(), room.clock.instant()));
    assertThat(room.ledger().work().due(Task.Job.EXECUTE, 9)).hasSize(1);
  }

  @Test
  void waitsForTheSecondApprovalOfTwo() {
    Request request = room.ledger().submit(room.fresh(2, registry("payments"))).request();

    VoteResult.Counted first = (VoteResult.Counted) room.approve(request, "U0BOB");
    VoteResult.Counted second = (VoteResult.Counted) room.approve(request, "U0CAROL");

    assertThat(first.verdict()).isInstanceOf(Verdict.Waiting.class);
    assertThat(first.request().state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(second.request().state()).isEqualTo(State.APPROVED);
    assertThat(second.request().votes())
        .extracting(Vote::voter)
        .containsExactly("U0BOB", "U0CAROL");
  }

  @Test
  void oneDenialDecides() {
    Request request = room.ledger().submit(room.fresh(2, registry("payments"))).request();
    room.approve(request, "U0BOB");

    room.vote(request, "U0CAROL", false, Optional.of("too dear"), request.sha256());

    assertThat(room.find(request.id()).state()).isEqualTo(State.REJECTED);
    assertThat(room.approve(request, "U0ERIN"))
        .isEqualTo(new VoteResult.TooLate(room.find(request.id())));
  }

  @Test
  void countsADoubleClickOnce() {
    Request request = room.ledger().submit(room.fresh(2, code())).request();
    room.approve(request, "U0BOB");

    assertThat(room.approve(request, "U0BOB")).isInstanceOf(VoteResult.AlreadyCounted.class);
    assertThat(room.find(request.id()).votes()).hasSize(1);
  }

  @Test
  void fiftyClicksOfOnePersonCountOnceAndApproveOnce() throws Exception {
    Request request = room.stored(registry("payments"));

    List<VoteResult> results = Race.of(50, i -> room.approve(request, "U0BOB"));

    assertThat(results).filteredOn(VoteResult.Counted.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(VoteResult.AlreadyCounted.class::isInstance).hasSize(49);
    assertThat(room.ledger().audit(request.id()))
        .extracting(AuditRow::event)
        .containsExactly("stored", "vote");
    assertThat(room.ledger().work().due(Task.Job.EXECUTE, 9)).hasSize(1);
  }

  @Test
  void twoApproversAtOnceApproveOnce() throws Exception {
    List<String> approvers = List.of("U0BOB", "U0CAROL", "U0ERIN");
    for (int round = 0; round < 10; round++) {
      Request request = room.stored(code());

      List<VoteResult> results = Race.of(6, i -> room.approve(request, approvers.get(i % 3)));

      assertThat(results).filteredOn(VoteResult.Counted.class::isInstance).hasSize(1);
      assertThat(room.find(request.id()).votes()).hasSize(1);
      assertThat(room.find(request.id()).state()).isEqualTo(State.APPROVED);
    }
    assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
  }

  @Test
  void approvalDenialAndCancelAtOnceLeaveOneOutcome() throws Exception {
    for (int round = 0; round < 10; round++) {
      Request request = room.stored(code());

      List<Boolean> won =
          Race.of(
              3,
              i ->
                  i == 2
                      ? room.ledger().cancel(request.id(), "U0ALICE")
                      : room.vote(
                              request,
                              i == 0 ? "U0BOB" : "U0CAROL",
                              i == 0,
                              Optional.empty(),
                              request.sha256())
                          instanceof VoteResult.Counted);

      State state = room.find(request.id()).state();
      // A cancel may also follow an approval, which is why two can win.
      long winners = won.stream().filter(w -> w).count();
      assertThat(winners).isEqualTo(won.get(0) && won.get(2) ? 2 : 1);
      assertThat(state)
          .isEqualTo(won.get(2) ? State.CANCELLED : won.get(0) ? State.APPROVED : State.REJECTED);
    }
  }

  @Test
  void nobodyVotesOnTheirOwnRequest() {
    NewRequest fresh = room.fresh(code());
    NewRequest bobs =
        new NewRequest(
            fresh.id(),
            fresh.parts(),
            new Origin("U0BOB", "T0BERTH", "C", Optional.empty(), Optional.empty()),
            fresh.terms(),
            fresh.dedupeKey(),
            fresh.expiresAt());
    Request request = room.ledger().submit(bobs).request();

    assertThat(room.approve(request, "U0BOB")).isEqualTo(new VoteResult.NotAllowed(request));
    assertThat(room.find(request.id()).votes()).isEmpty();
  }

  @Test
  void onlyApproversVote() {
    Request request = room.stored(code());

    assertThat(room.approve(request, "U0DAVE")).isEqualTo(new VoteResult.NotAllowed(request));
  }

  @Test
  void aVoteOnOtherParametersDoesNotCount() {
    Request request = room.stored(registry("payments"));

    VoteResult result =
        room.vote(request, "U0BOB", true, Optional.empty(), sha256(registry("orders")));

    assertThat(result).isInstanceOf(VoteResult.OtherContent.class);
    assertThat(room.find(request.id()).state()).isEqualTo(State.PENDING_APPROVAL);
  }

  @Test
  void changedParametersVoidTheVotesBeforeThem() {
    Request request = room.ledger().submit(room.fresh(2, registry("payments"))).request();
    room.approve(request, "U0BOB");

    room.tamper("UPDATE request SET parameters_sha256 = 'another'");

    assertThat(room.find(request.id()).votes()).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchRequest() {
    Vote vote = new Vote("U0BOB", true, Optional.empty(), room.clock.instant());
    assertThat(room.ledger().vote("01ARZ3NDEKTSV4RRFFQ69G5FAV", vote, "x", r -> Optional.empty()))
        .isEqualTo(new VoteResult.NoSuchRequest());
    assertThat(room.ledger().cancel("01ARZ3NDEKTSV4RRFFQ69G5FAV", "U0BOB")).isFalse();
  }

  @Test
  void aVoteAfterTheEndExpiresTheRequest() {
    Request request = room.stored(code());
    room.clock.advance(LedgerRoom.OPEN);

    assertThat(room.approve(request, "U0BOB")).isInstanceOf(VoteResult.TooLate.class);
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXPIRED);
    assertThat(room.ledger().work().expire(request.id())).isFalse();
  }

  @Test
  void requestsExpireWhenTheirTimeIsOverAndNotBefore() {
    Request request = room.stored(code());
    room.clock.advance(LedgerRoom.OPEN.minusMillis(1));
    assertThat(room.ledger().work().due(Task.Job.EXPIRE, 9)).isEmpty();
    assertThat(room.ledger().work().expire(request.id())).isFalse();

    room.clock.advance(java.time.Duration.ofMillis(1));

    assertThat(room.ledger().work().due(Task.Job.EXPIRE, 9)).hasSize(1);
    assertThat(room.ledger().work().expire(request.id())).isTrue();
    assertThat(room.find(request.id()).state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void anApprovedRequestDoesNotExpire() {
    Request request = room.approved(code());
    room.clock.advance(LedgerRoom.OPEN.multipliedBy(2));

    assertThat(room.ledger().work().due(Task.Job.EXPIRE, 9)).isEmpty();
    assertThat(room.ledger().work().expire(request.id())).isFalse();
  }
}
