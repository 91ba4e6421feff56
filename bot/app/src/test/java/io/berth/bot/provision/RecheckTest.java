// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.bot.ledger.LedgerRoom.sha256;
import static io.berth.contract.FunctionName.TCR_CREATE_INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was approved yesterday need not be allowed today. */
class RecheckTest {
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
  void doesNotRunWhatAFormerApproverApproved() {
    Request request = yard.room.approved(registry("payments"));
    yard.policy = Yard.policy("U0CAROL", "U0ERIN");
    yard.provisioner = yard.provisioner("berth-2");

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure().orElseThrow()).startsWith("The policy asks for more today.");
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void doesNotRunChangedParameters() {
    Request request = yard.room.approved(registry("payments"));
    yard.room.tamper("UPDATE part SET parameters = REPLACE(parameters, 'standard', 'premium')");

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure().orElseThrow())
        .startsWith("The stored parameters are not the ones that were approved");
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void doesNotRunParametersWhoseHashWasChangedToo() {
    Request request = yard.room.approved(registry("payments"));
    yard.room.tamper(
        "UPDATE part SET parameters = '" + registry("orders").parameters().write() + "'");
    yard.room.tamper("UPDATE request SET parameters_sha256 = '" + sha256(registry("orders")) + "'");

    Request done = yard.settle(request);

    // The votes were cast on the other hash and no longer count.
    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void doesNotRunAStateThatWasChangedWithoutVotes() {
    Request request = yard.room.stored(code());
    yard.room.tamper("UPDATE request SET state = 'APPROVED', approved_at = created_at");
    yard.room.tamper("UPDATE part SET state = 'READY'");
    yard.room.tamper("UPDATE task SET kind = 'EXECUTE', part_number = 1, due_at = 0");

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void anApprovalEnds() {
    Request request = yard.room.approved(code());
    yard.room.clock.advance(LedgerRoom.OPEN);

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure().orElseThrow()).startsWith("Its approval ended at ");
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void aCancelledRequestDoesNotRun() {
    Request request = yard.room.approved(code());
    assertThat(yard.room.ledger().cancel(request.id(), "U0ALICE")).isTrue();

    yard.provisioner.runDue();

    assertThat(yard.state(request)).isEqualTo(State.CANCELLED);
    assertThat(yard.functions.calls).isEmpty();
  }

  @Test
  void whatIsUnderWayCannotBeCancelled() {
    Request request = yard.room.approved(registry("payments"));
    yard.functions.next(
        TCR_CREATE_INSTANCE,
        (exchange, effect) -> {
          assertThat(yard.room.ledger().cancel(request.id(), "U0ALICE")).isFalse();
          return effect.get();
        });
    yard.provisioner.runDue();

    assertThat(yard.state(request)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aLostRegistryIsStillLookedForWhenItMayNotBeTriedAgain() {
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.LOSES_THE_ANSWER);
    yard.functions.cloud.showRegistries(false);
    Request request = yard.room.approved(registry("payments"));
    yard.provisioner.runDue();
    yard.policy = Yard.policy("U0CAROL", "U0ERIN");
    yard.provisioner = yard.provisioner("berth-2");
    for (int i = 0; i < 20; i++) {
      yard.room.clock.advance(java.time.Duration.ofSeconds(1));
      yard.provisioner.runDue();
    }
    assertThat(yard.state(request)).isEqualTo(State.EXECUTING);

    yard.functions.cloud.showRegistries(true);

    Request done = yard.settle(request);
    assertThat(done.state()).isEqualTo(State.NEEDS_OPERATOR);
    assertThat(only(done).failure().orElseThrow())
        .startsWith("It was made (tcr-00000001) before this stood in its way: The policy asks for")
        .endsWith("Decide whether it stays.");
    assertThat(yard.functions.calls(TCR_CREATE_INSTANCE)).isEqualTo(1);
  }
}
