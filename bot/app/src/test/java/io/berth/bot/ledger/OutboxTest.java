// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import static io.berth.bot.ledger.LedgerRoom.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path directory;
  private LedgerRoom room;
  private Request request;

  @BeforeEach
  void open() {
    room = new LedgerRoom(directory);
    request = room.approved(code());
  }

  @AfterEach
  void close() {
    room.close();
  }

  private List<String> due() {
    return room.ledger().dueOutbox(50).stream()
        .map(r -> r.audience() + " " + r.news().word())
        .toList();
  }

  private OutboxRow first() {
    return room.ledger().dueOutbox(1).get(0);
  }

  @Test
  void handsOutOneRowPerAudienceAtATime() {
    assertThat(due()).containsExactly("CARD stored", "REQUESTER stored");

    room.ledger().outboxDone(first().id(), new Posted("C0APPROVALS", "1.1"));

    assertThat(due()).containsExactly("REQUESTER stored", "CARD approved");
  }

  @Test
  void remembersTheMessageThatIsToBeChanged() {
    assertThat(room.ledger().posted(request.id(), Audience.CARD)).isEmpty();

    room.ledger().outboxDone(first().id(), new Posted("C0APPROVALS", "1.1"));
    assertThat(room.ledger().posted(request.id(), Audience.CARD))
        .contains(new Posted("C0APPROVALS", "1.1"));
    assertThat(room.ledger().posted(request.id(), Audience.REQUESTER)).isEmpty();

    OutboxRow approved = room.ledger().dueOutbox(9).get(1);
    room.ledger().outboxDone(approved.id(), new Posted("C0APPROVALS", "2.2"));
    assertThat(room.ledger().posted(request.id(), Audience.CARD))
        .contains(new Posted("C0APPROVALS", "2.2"));
  }

  @Test
  void aFailedPostComesBackAndHoldsUpWhatFollows() {
    OutboxRow card = first();
    room.ledger().outboxRetry(card, room.clock.instant().plusSeconds(30), "x".repeat(2000));
    assertThat(due()).containsExactly("REQUESTER stored");

    room.clock.advance(Duration.ofSeconds(30));

    assertThat(due()).containsExactlyInAnyOrder("CARD stored", "REQUESTER stored");
    assertThat(room.ledger().dueOutbox(9))
        .filteredOn(r -> r.id() == card.id())
        .extracting(OutboxRow::tries)
        .containsExactly(1);
  }

  @Test
  void aTryCountsOnceThoughItsBeginningAndItsEndAreWritten() {
    OutboxRow card = first();
    for (int tries = 1; tries <= 3; tries++) {
      Instant now = room.clock.instant();
      room.ledger().outboxRetry(card, now.plusSeconds(10), "being posted");
      room.ledger().outboxRetry(card, now.plusSeconds(1), "channel_not_found");
      room.clock.advance(Duration.ofSeconds(1));

      long id = card.id();
      card =
          room.ledger().dueOutbox(9).stream()
              .filter(row -> row.id() == id)
              .findFirst()
              .orElseThrow();
      assertThat(card.tries()).isEqualTo(tries);
    }
  }

  @Test
  void aRowGivenUpMakesWayForTheNext() {
    room.ledger().outboxGiveUp(first().id(), "channel_not_found");

    assertThat(due()).containsExactly("REQUESTER stored", "CARD approved");
    assertThat(room.ledger().posted(request.id(), Audience.CARD)).isEmpty();
  }

  @Test
  void survivesARestart() {
    room.reopen();
    assertThat(due()).containsExactly("CARD stored", "REQUESTER stored");
  }
}
