// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.bot.ledger.LedgerRoom.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Terms;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.NewRequest;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Submitted;
import io.berth.bot.ledger.model.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitTest {
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
  void keepsEverythingThatWasAsked() {
    NewRequest fresh = room.fresh(registry("payments"));
    Submitted submitted = room.ledger().submit(fresh);

    assertThat(submitted).isInstanceOf(Submitted.Stored.class);
    Request request = room.reopen().find(fresh.id()).orElseThrow();
    assertThat(request).isEqualTo(submitted.request());
    assertThat(request.state()).isEqualTo(State.PENDING_APPROVAL);
    assertThat(only(request).spec().parameters().write())
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\","
                + "\"RegistryType\":\"standard\",\"RegistryChargeType\":0}");
    assertThat(request.sha256()).isEqualTo(sha256(registry("payments")));
    assertThat(request.terms()).isEqualTo(fresh.terms());
    assertThat(request.origin().team()).contains("payments");
    assertThat(request.origin().reason()).contains("we ship");
    assertThat(request.times().expiresAt()).isEqualTo(fresh.expiresAt());
    assertThat(request.origin().channel()).isEqualTo("C0REQUESTS");
  }

  @Test
  void tellsCardAndRequesterInOrder() {
    Request request = room.stored(registry("payments"));

    assertThat(room.ledger().dueOutbox(10))
        .extracting(OutboxRow::requestId, OutboxRow::audience, row -> row.news().word())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(request.id(), Audience.CARD, "stored"),
            org.assertj.core.groups.Tuple.tuple(request.id(), Audience.REQUESTER, "stored"));
  }

  @Test
  void startsAtOnceWhenNobodyNeedApprove() {
    NewRequest fresh = room.fresh(code());
    NewRequest free =
        new NewRequest(
            fresh.id(),
            fresh.parts(),
            fresh.origin(),
            Terms.of(0, List.of(), "rule 9"),
            fresh.dedupeKey(),
            fresh.expiresAt());

    assertThat(room.ledger().submit(free).request().state()).isEqualTo(State.APPROVED);
    assertThat(room.ledger().work().due(Task.Job.EXECUTE, 10)).hasSize(1);
    assertThat(room.ledger().dueOutbox(10))
        .extracting(OutboxRow::audience)
        .containsExactly(Audience.REQUESTER);
  }

  @Test
  void findsTheFirstRequestWhenADeliveryComesTwice() {
    NewRequest fresh = room.fresh(code());
    Request first = room.ledger().submit(fresh).request();
    NewRequest again =
        new NewRequest(
            room.ids.requestId(),
            fresh.parts(),
            fresh.origin(),
            fresh.terms(),
            fresh.dedupeKey(),
            fresh.expiresAt());

    assertThat(room.ledger().submit(again)).isEqualTo(new Submitted.Duplicate(first));
    assertThat(room.ledger().recent(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void storesOnceWhenFiftyCopiesArriveTogether() throws Exception {
    NewRequest fresh = room.fresh(code());
    List<Submitted> all =
        Race.of(
            50,
            i ->
                room.ledger()
                    .submit(
                        new NewRequest(
                            room.ids.requestId(),
                            fresh.parts(),
                            fresh.origin(),
                            fresh.terms(),
                            "slack:the same",
                            fresh.expiresAt())));

    assertThat(all).filteredOn(Submitted.Stored.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(Submitted.Duplicate.class::isInstance).hasSize(49);
    assertThat(all).extracting(Submitted::request).containsOnly(all.get(0).request());
    assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
  }

  @Test
  void refusesANameThatALiveRequestAsksFor() {
    Request first = room.stored(registry("payments"));

    assertThat(room.ledger().submit(room.fresh(registry("payments"))))
        .isEqualTo(new Submitted.AlreadyAsked(first, only(first)));
    assertThat(room.ledger().submit(room.fresh(registry("orders"))))
        .isInstanceOf(Submitted.Stored.class);
  }

  @Test
  void takesTheNameAgainWhenTheFirstRequestIsOver() {
    Request first = room.stored(registry("payments"));
    room.vote(first, "U0BOB", false, Optional.empty(), first.sha256());

    assertThat(room.ledger().submit(room.fresh(registry("payments"))))
        .isInstanceOf(Submitted.Stored.class);
  }

  @Test
  void oneOfFiftyAsksForANameIsStored() throws Exception {
    List<Submitted> all = Race.of(50, i -> room.ledger().submit(room.fresh(registry("payments"))));

    assertThat(all).filteredOn(Submitted.Stored.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(Submitted.AlreadyAsked.class::isInstance).hasSize(49);
  }

  @Test
  void listsTheNewestFirst() {
    Request older = room.stored(code());
    room.clock.advance(java.time.Duration.ofSeconds(1));
    Request newer = room.stored(code());

    assertThat(room.ledger().recent(Optional.of("U0ALICE"), 10)).containsExactly(newer, older);
    assertThat(room.ledger().recent(Optional.of("U0ERIN"), 10)).isEmpty();
    assertThat(room.ledger().recent(Optional.empty(), 1)).containsExactly(newer);
  }

  @Test
  void knowsNoOtherRequest() {
    assertThat(room.ledger().find("01ARZ3NDEKTSV4RRFFQ69G5FAV")).isEmpty();
  }
}
