// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Terms;
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
    assertThat(request.parametersJson())
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\","
                + "\"RegistryType\":\"standard\",\"RegistryChargeType\":0}");
    assertThat(request.parametersSha256()).isEqualTo(registry("payments").sha256());
    assertThat(request.terms()).isEqualTo(fresh.terms());
    assertThat(request.team()).contains("payments");
    assertThat(request.reason()).contains("we ship");
    assertThat(request.expiresAt()).isEqualTo(fresh.expiresAt());
    assertThat(room.ledger().channelOf(request.id())).contains("C0REQUESTS");
  }

  @Test
  void tellsCardAndRequesterInOrder() {
    Request request = room.stored(registry("payments"));

    assertThat(room.ledger().dueOutbox(10))
        .extracting(OutboxRow::requestId, OutboxRow::audience, OutboxRow::kind)
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
            fresh.ask(),
            fresh.requester(),
            fresh.workspace(),
            fresh.channel(),
            new Terms(0, List.of(), "rule 9"),
            fresh.dedupeKey(),
            fresh.expiresAt());

    assertThat(room.ledger().submit(free).request().state()).isEqualTo(State.APPROVED);
    assertThat(room.ledger().work().due(Task.Kind.EXECUTE, 10)).hasSize(1);
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
            fresh.ask(),
            fresh.requester(),
            fresh.workspace(),
            fresh.channel(),
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
                            fresh.ask(),
                            fresh.requester(),
                            fresh.workspace(),
                            fresh.channel(),
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
        .isEqualTo(new Submitted.NameAsked(first));
    assertThat(room.ledger().submit(room.fresh(registry("orders"))))
        .isInstanceOf(Submitted.Stored.class);
  }

  @Test
  void takesTheNameAgainWhenTheFirstRequestIsOver() {
    Request first = room.stored(registry("payments"));
    room.ledger().vote(first.id(), "U0BOB", false, Optional.empty(), first.parametersSha256());

    assertThat(room.ledger().submit(room.fresh(registry("payments"))))
        .isInstanceOf(Submitted.Stored.class);
  }

  @Test
  void oneOfFiftyAsksForANameIsStored() throws Exception {
    List<Submitted> all = Race.of(50, i -> room.ledger().submit(room.fresh(registry("payments"))));

    assertThat(all).filteredOn(Submitted.Stored.class::isInstance).hasSize(1);
    assertThat(all).filteredOn(Submitted.NameAsked.class::isInstance).hasSize(49);
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
    assertThat(room.ledger().channelOf("01ARZ3NDEKTSV4RRFFQ69G5FAV")).isEmpty();
  }
}
