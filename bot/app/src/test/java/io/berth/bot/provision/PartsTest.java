// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static io.berth.contract.FunctionName.TCR_CREATE_INSTANCE;
import static io.berth.contract.FunctionName.TCR_CREATE_NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of several parts, and parts that refer to others or to what is there already. */
class PartsTest {
  @TempDir private Path directory;
  private Yard yard;

  @BeforeEach
  void open() {
    yard = new Yard(directory);
  }

  @AfterEach
  void close() {
    yard.close();
  }

  private static Spec namespace(String name, Reference registry) {
    return LedgerRoom.spec(
        "namespace",
        Map.of("Region", "ap-guangzhou", "RegistryId", registry.toJson(), "NamespaceName", name),
        Kinds.USUAL,
        Kinds.USUAL);
  }

  private static final Reference FIRST = new Reference.OfPart(1);
  private static final Reference PAYMENTS = new Reference.Named("registry", "payments");

  private List<PartState> states(Request request) {
    return yard.room.find(request.id()).parts().stream().map(Part::state).toList();
  }

  private void work(int seconds) {
    for (int i = 0; i < seconds; i++) {
      yard.provisioner.runDue();
      yard.room.clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void makesEachPartOnceWithAttemptsOfItsOwn() {
    Request request = yard.room.approved(registry("payments"), code(), code());
    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(done.parts()).extracting(Part::token).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(yard.functions.cloud.madeBy(done.id())).hasSize(3);
    for (Part part : done.parts()) {
      assertThat(yard.room.ledger().work().attempts(part.id()))
          .extracting(Attempt::token)
          .containsExactly(part.token());
    }
  }

  @Test
  void aPartWaitsUntilTheOneItNeedsCanBeUsedAndTakesItsIdFromTheLedger() {
    Request request =
        yard.room.approved(namespace("web", new Reference.OfPart(2)), registry("payments"));
    work(5);
    assertThat(states(request)).containsExactly(PartState.WAITING, PartState.SUCCEEDED);
    assertThat(yard.state(request)).isEqualTo(State.EXECUTING);
    assertThat(yard.functions.calls(TCR_CREATE_NAMESPACE)).isZero();

    yard.functions.cloud.status("Running");
    work(5);

    Request done = yard.room.find(request.id());
    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(yard.functions.cloud.namespaces)
        .containsExactly(
            new FakeCloud.Namespace("tcr-00000001", "web", false, Optional.of(done.id())));
    assertThat(done.parts().get(0).parameters().text("RegistryId")).contains("tcr-00000001");
    assertThat(done.parts().get(0).spec()).isEqualTo(namespace("web", new Reference.OfPart(2)));
  }

  @Test
  void aPartIsNotBegunWhenWhatItNeedsFailed() {
    yard.functions.next(TCR_CREATE_INSTANCE, FakeFunctions.answers(403, "Forbidden", "refused"));
    Request done =
        yard.settle(yard.room.approved(registry("payments"), namespace("web", FIRST), code()));

    assertThat(done.state()).isEqualTo(State.PARTLY);
    assertThat(states(done))
        .containsExactly(PartState.FAILED, PartState.SKIPPED, PartState.SUCCEEDED);
    assertThat(done.parts().get(1).failure())
        .contains("It was not begun, because it needs part 1, which does not exist.");
    assertThat(yard.functions.cloud.madeBy(done.id())).hasSize(1);
  }

  @Test
  void aPartIsNotBegunWhenWhatItNeedsCanNeverBeUsed() {
    Request request = yard.room.approved(registry("payments"), namespace("web", FIRST));
    work(2);
    yard.functions.cloud.status("FailedCreated");
    Request done = yard.settle(request);

    assertThat(states(done)).containsExactly(PartState.SUCCEEDED, PartState.SKIPPED);
    assertThat(done.parts().get(1).failure())
        .contains(
            "It was not begun, because it needs part 1, which is FailedCreated and cannot be used.");
  }

  @Test
  void aPartThatWaitsInVainEndsWithTheApproval() {
    Request request = yard.room.approved(registry("payments"), namespace("web", FIRST));
    work(2);
    yard.room.clock.advance(Duration.ofDays(8));
    Request done = yard.settle(request);

    assertThat(states(done)).containsExactly(PartState.SUCCEEDED, PartState.SKIPPED);
    assertThat(done.parts().get(1).failure().orElseThrow()).startsWith("Its approval ended at ");
  }

  @Test
  void aLostCodeOfOnePartIsSweptAndThatOfAnotherIsLeftAlone() {
    yard.functions.next(TAT_CREATE_REGISTER_CODE, FakeFunctions.LOSES_THE_ANSWER);
    Request done = yard.settle(yard.room.approved(code(), code()));
    assertThat(yard.functions.cloud.enabledCodes(done.id())).hasSize(3);

    yard.pass(Duration.ofMinutes(80));

    assertThat(yard.functions.cloud.enabledCodes(done.id()))
        .containsExactlyInAnyOrderElementsOf(
            done.parts().stream().map(p -> p.resourceId().orElseThrow()).toList());
    assertThat(done.parts()).allMatch(Part::secretWaiting);
  }

  @Test
  void everySecretIsRevealedOnItsOwn() {
    Request done = yard.settle(yard.room.approved(code(), code()));
    yard.room.ledger().reveal(new PartId(done.id(), 2), "U0ALICE");
    yard.room.ledger().revealed(new PartId(done.id(), 2));

    assertThat(yard.room.find(done.id()).parts())
        .extracting(Part::secretWaiting)
        .containsExactly(true, false);
  }

  @Test
  void nothingIsStoredWhenTheNameOfAnyPartIsAskedForAlready() {
    Request first = yard.room.stored(registry("payments"));
    assertThat(yard.room.ledger().submit(yard.room.fresh(code(), registry("payments"))).request())
        .isEqualTo(first);
    assertThat(yard.room.ledger().recent(Optional.empty(), 9)).containsExactly(first);
  }

  @Test
  void votesAreBoundToAllPartsInTheirOrder() {
    Request request = yard.room.stored(registry("payments"), code());
    assertThat(request.sha256())
        .isEqualTo(LedgerRoom.sha256(registry("payments"), code()))
        .isNotEqualTo(LedgerRoom.sha256(code(), registry("payments")))
        .isNotEqualTo(LedgerRoom.sha256(registry("payments")));
    yard.room.approve(request, "U0BOB");
    yard.room.tamper(
        "UPDATE part SET parameters = REPLACE(parameters, '4', '9') WHERE part_number = 2");

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(yard.functions.cloud.madeBy(done.id())).isEmpty();
  }

  @Test
  void cancelsOnlyWhatIsUntouched() {
    Request request = yard.room.approved(registry("payments"), namespace("web", FIRST));
    yard.provisioner.runDue();
    assertThat(yard.room.ledger().cancel(request.id(), "U0ALICE")).isFalse();
    Request other = yard.room.approved(registry("orders"), namespace("web", FIRST));
    assertThat(yard.room.ledger().cancel(other.id(), "U0ALICE")).isTrue();
    assertThat(states(other)).containsExactly(PartState.SKIPPED, PartState.SKIPPED);
  }

  @Test
  void findsARegistryByItsNameAndSendsItsId() {
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
    Request done = yard.settle(yard.room.approved(namespace("web", PAYMENTS)));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(yard.functions.cloud.namespaces)
        .extracting(FakeCloud.Namespace::registryId)
        .containsExactly("tcr-00000001");
  }

  @Test
  void saysAtOnceThatARegistryIsNotThereAndAsksNobodyToApproveIt() {
    Request request = yard.room.stored(namespace("web", PAYMENTS));
    work(3);
    yard.provisioner.runDue();

    Request done = yard.room.find(request.id());
    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(LedgerRoom.only(done).failure())
        .contains(
            "There is no registry payments in this account; look at the name, or ask for registry"
                + " payments first. Nothing was sent.");
    assertThat(yard.room.ledger().dueOutbox(9))
        .allMatch(row -> !row.audience().name().equals("CARD"));
    assertThat(yard.functions.calls(TCR_CREATE_NAMESPACE)).isZero();
    for (Task.Job job : Task.Job.values()) {
      assertThat(yard.room.ledger().work().due(job, 9)).isEmpty();
    }
  }

  @Test
  void anEmptyListIsNotBelievedAtOnce() {
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
    yard.functions.cloud.showRegistries(false);
    Request asked = yard.room.stored(namespace("asked", PAYMENTS));
    Request approved = yard.room.approved(namespace("approved", PAYMENTS));
    work(2);
    yard.functions.cloud.showRegistries(true);
    work(20);

    assertThat(yard.state(asked)).isEqualTo(State.PENDING_APPROVAL);
    assertThat(yard.state(approved)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whatIsOursButNoLongerWhatWasApprovedIsNotTakenOver() {
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
    yard.functions.next(TCR_CREATE_NAMESPACE, FakeFunctions.LOSES_THE_ANSWER);
    Request request = yard.room.approved(namespace("web", PAYMENTS));
    yard.provisioner.runDue();
    yard.functions.cloud.namespaces.replaceAll(
        n -> new FakeCloud.Namespace(n.registryId(), n.name(), true, n.requestTag()));

    Request done = yard.settle(request);

    assertThat(done.state()).isEqualTo(State.NEEDS_OPERATOR);
    assertThat(LedgerRoom.only(done).failure())
        .contains(
            "The namespace web in registry payments was made by this request, but it has IsPublic=true"
                + " now, which is not what was approved: look at web.");
  }

  @Test
  void waitsForARegistryThatIsNotRunningYet() {
    yard.functions.cloud.add("payments", Optional.empty());
    Request request = yard.room.approved(namespace("web", PAYMENTS));
    work(60);
    assertThat(states(request)).containsExactly(PartState.READY);
    yard.functions.cloud.status("Running");
    work(30);
    assertThat(yard.state(request)).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void neverSendsToARegistryThatTookTheNameLater() {
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
    yard.functions.next(TCR_CREATE_NAMESPACE, FakeFunctions.answers(503, "busy", "refused"));
    Request request = yard.room.approved(namespace("web", PAYMENTS));
    yard.provisioner.runDue();
    yard.functions.cloud.registries.clear();
    yard.functions.cloud.add("others-here", Optional.empty());
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");

    Request done = yard.settle(request);

    assertThat(done.parts().get(0).parameters().text("RegistryId")).contains("tcr-00000001");
    assertThat(yard.functions.cloud.namespaces)
        .allMatch(n -> n.registryId().equals("tcr-00000001"));
  }

  @Test
  void aNamespaceOfSomebodyElseIsNotOurs() {
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
    yard.functions.cloud.add(
        new FakeCloud.Namespace("tcr-00000001", "web", false, Optional.of("SOMEBODY")));

    Request done = yard.settle(yard.room.approved(namespace("web", PAYMENTS)));

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(LedgerRoom.only(done).failure())
        .contains(
            "The name of the namespace web in registry payments is taken (NAME_TAKEN): it exists and"
                + " was not made by this request; choose another one.");
  }

  @Test
  void aReferenceLooksLikeNoOtherParameter() {
    Parameters parameters = namespace("web", PAYMENTS).parameters();
    assertThat(parameters.write())
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryId\":{\"reference\":\"registry payments\"},"
                + "\"NamespaceName\":\"web\",\"IsPublic\":false}");
    assertThat(Parameters.read(parameters.write()).references())
        .containsExactly(Map.entry("RegistryId", PAYMENTS));
  }
}
