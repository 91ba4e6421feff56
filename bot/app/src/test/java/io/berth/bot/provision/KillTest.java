// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.Child;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.contract.FunctionName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed between approval and result, and started again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KillTest {
  @TempDir Path directory;
  private final Clock clock = Clock.systemUTC();
  private FakeFunctions functions;

  @BeforeEach
  void open() throws Exception {
    functions = new FakeFunctions(clock);
    ProvisioningChild.write(directory.resolve("child.properties"), functions);
  }

  @AfterEach
  void close() {
    functions.close();
  }

  private Request approve(Spec parameters) {
    try (LedgerRoom room = new LedgerRoom(directory, clock.instant())) {
      return room.approved(parameters);
    }
  }

  /** Starts the process, and kills it while its creating call is under way. */
  private void runUntilKilledDuring(FunctionName function, boolean effect) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    functions.next(
        function,
        (exchange, make) -> {
          if (effect) {
            make.get();
          }
          arrived.countDown();
          return null;
        });
    try (Child child = new Child(ProvisioningChild.class, directory.toString())) {
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
      child.kill();
    }
  }

  private void runUntilDone() {
    try (Child child = new Child(ProvisioningChild.class, directory.toString())) {
      assertThat(child.lines("state").anyMatch("SUCCEEDED"::equals)).isTrue();
      child.stop();
    }
  }

  private List<String> newsFor(LedgerRoom room) {
    List<String> kinds = new ArrayList<>();
    List<OutboxRow> due = room.ledger().dueOutbox(50);
    while (!due.isEmpty()) {
      for (OutboxRow row : due) {
        room.ledger().outboxDone(row.id(), new Posted("D0ALICE", "1.0"));
        if (row.audience() == Audience.REQUESTER && row.news() != News.PROGRESS) {
          kinds.add(row.news().word());
        }
      }
      due = room.ledger().dueOutbox(50);
    }
    return kinds;
  }

  @Test
  void oneRegistryAndItsIdIsToldWhenTheCallHadItsEffect() throws Exception {
    Request request = approve(registry("payments"));
    runUntilKilledDuring(FunctionName.TCR_CREATE_INSTANCE, true);
    runUntilDone();

    try (LedgerRoom room = new LedgerRoom(directory, clock.instant())) {
      Request done = room.find(request.id());
      assertThat(functions.cloud.registriesOf(request.id())).hasSize(1);
      assertThat(only(done).resourceId())
          .contains(functions.cloud.registriesOf(request.id()).get(0));
      assertThat(newsFor(room)).containsExactly("stored", "approved", "created");
      assertThat(room.ledger().firstBrokenAuditRow()).isEmpty();
    }
  }

  @Test
  void oneRegistryWhenTheCallHadNone() throws Exception {
    Request request = approve(registry("payments"));
    runUntilKilledDuring(FunctionName.TCR_CREATE_INSTANCE, false);
    runUntilDone();

    assertThat(functions.cloud.registriesOf(request.id())).hasSize(1);
    assertThat(functions.cloud.registries).hasSize(1);
  }

  @Test
  void oneRevealableCodeThatIsTheRecordedOne() throws Exception {
    Request request = approve(code());
    runUntilKilledDuring(FunctionName.TAT_CREATE_REGISTER_CODE, true);
    runUntilDone();

    try (LedgerRoom room = new LedgerRoom(directory, clock.instant())) {
      Request done = room.find(request.id());
      assertThat(done.state()).isEqualTo(State.SUCCEEDED);
      assertThat(only(done).secretWaiting()).isTrue();
      // Until the sweep, the first code is enabled, and nobody was ever shown it.
      assertThat(functions.cloud.codes).hasSize(2);
      assertThat(only(done).resourceId()).contains(functions.cloud.codes.get(1).id());
      assertThat(newsFor(room)).containsExactly("stored", "approved", "code-ready");
    }
  }
}
