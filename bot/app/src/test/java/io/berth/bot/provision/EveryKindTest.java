// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.approval.Condition;
import io.berth.bot.approval.Decision;
import io.berth.bot.approval.Policy;
import io.berth.bot.approval.Rule;
import io.berth.bot.command.CanonicalCommand;
import io.berth.bot.command.Command;
import io.berth.bot.command.CommandParser;
import io.berth.bot.kind.Fact;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.contract.FunctionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for one kind of thing holds for all of them; a new kind is in it by being listed. */
class EveryKindTest {
  @TempDir private Path directory;
  private Yard yard;

  static Stream<Kind> kinds() {
    return Kinds.ALL.stream();
  }

  @BeforeEach
  void open() {
    yard = new Yard(directory);
    // What the examples refer to by its name.
    yard.functions.cloud.add("payments", Optional.empty());
    yard.functions.cloud.status("Running");
  }

  @AfterEach
  void close() {
    yard.close();
  }

  /** The kind's own example, under a name that nothing has. */
  private static Spec example(Kind kind) {
    return proposal(
            "create " + kind.example().replaceFirst("^registry payments", "registry orders"))
        .parts()
        .get(0);
  }

  private static Proposal proposal(String text) {
    return new CommandParser("/tcr", "ap-guangzhou")
        .parse(text)
        .fold(
            command -> ((Command.Create) command).proposal(),
            reply -> {
              throw new AssertionError(text + " -> " + reply);
            });
  }

  @Test
  void everythingThatAFunctionMakesCanBeAskedFor() {
    List<FunctionName> makers =
        Arrays.stream(FunctionName.values()).filter(FunctionName::creates).toList();
    assertThat(Kinds.ALL).extracting(Kind::function).containsExactlyInAnyOrderElementsOf(makers);
    assertThat(Kinds.words()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsItsCanonicalFormAsTheSame(Kind kind) {
    Spec spec = example(kind);
    assertThat(proposal(CanonicalCommand.of(spec)).parts().get(0)).isEqualTo(spec);
    assertThat(proposal("create " + kind.usage().split(" ")[0] + " " + words(kind)).parts())
        .containsExactly(spec);
  }

  private static String words(Kind kind) {
    String line = CanonicalCommand.of(example(kind));
    return line.substring(("create " + kind.word() + " ").length());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysAllThatPeopleReadOfIt(Kind kind) {
    Spec spec = example(kind);
    List<String> sentences = new ArrayList<>();
    sentences.add(spec.title().text());
    sentences.add(spec.effect().text());
    sentences.add(kind.summary(spec.parameters()).text());
    sentences.add(kind.price(spec.parameters()).text());
    sentences.add(kind.addition("R").text());
    sentences.add(kind.undo(spec.parameters(), kind.exampleId()).text());
    kind.next(spec.parameters()).ifPresent(next -> sentences.add(next.text()));
    assertThat(sentences).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("null"));
    assertThat(kind.isId(kind.exampleId())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasTheFactsThatItDeclares(Kind kind) {
    Spec spec = example(kind);
    for (Fact fact : kind.facts()) {
      switch (fact.comparison()) {
        case WORD -> assertThat(fact.words()).contains(spec.facts().words().get(fact.name()));
        case NUMBER -> assertThat(spec.facts().numbers()).containsKey(fact.name());
      }
    }
    assertThat(spec.facts().words().size() + spec.facts().numbers().size())
        .isEqualTo(kind.facts().size());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void neverFallsToTheRuleOfAnotherKind(Kind kind) {
    List<Rule> others = new ArrayList<>();
    for (Kind other : Kinds.ALL) {
      if (other != kind) {
        Condition when = new Condition(Map.of("kind", Set.of(other.word())), Map.of());
        others.add(Rule.atOnce(others.size() + 1, when));
      }
    }
    Policy policy =
        new Policy(Map.of("payments", List.of("U0ALICE")), Map.of("platform", List.of()), others);
    Decision decision = policy.decide(Proposal.of(example(kind)), "U0ALICE");
    assertThat(decision).isInstanceOf(Decision.Denied.class);
    assertThat(decision.sentence().text())
        .startsWith("Denied: no rule of the policy allows a ")
        .contains(kind.word());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isMadeOnceWhenItWasApproved(Kind kind) {
    Request done = yard.settle(yard.room.approved(example(kind)));

    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertMadeOnce(done);
    assertThat(yard.functions.calls(kind.function())).isEqualTo(1);
    assertThat(only(done).secretWaiting()).isEqualTo(kind.handover().isPresent());
  }

  private void assertMadeOnce(Request done) {
    yard.pass(java.time.Duration.ofMinutes(80));
    Part part = only(yard.room.find(done.id()));
    assertThat(yard.functions.cloud.madeBy(done.id()))
        .containsExactly(part.resourceId().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isMadeOnceWhenAnAnswerWasLost(Kind kind) {
    yard.functions.next(kind.function(), FakeFunctions.LOSES_THE_ANSWER);
    assertMadeOnce(yard.settle(yard.room.approved(example(kind))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isMadeOnceWhenACallWasDropped(Kind kind) {
    yard.functions.next(kind.function(), FakeFunctions.DROPS_THE_CALL);
    assertMadeOnce(yard.settle(yard.room.approved(example(kind))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void failsAtOnceWhenItIsRefusedWithoutEffect(Kind kind) {
    yard.functions.next(kind.function(), FakeFunctions.answers(403, "Forbidden", "refused"));
    Request done = yard.settle(yard.room.approved(example(kind)));

    assertThat(done.state()).isEqualTo(State.FAILED);
    assertThat(only(done).failure().orElseThrow()).startsWith("The function refused the call");
    assertThat(yard.functions.cloud.madeBy(done.id())).isEmpty();
  }

  /** Three ways in which an end was decided from the newest attempt alone. */
  @ParameterizedTest
  @MethodSource("kinds")
  void isNotGivenUpWhileAnEarlierAttemptMayHaveMadeIt(Kind kind) {
    yard.functions.next(
        kind.function(),
        FakeFunctions.LOSES_THE_ANSWER,
        FakeFunctions.answers(502, "UnauthorizedOperation", "refused"));
    yard.functions.cloud.showRegistries(false);
    Request request = yard.room.approved(example(kind));
    yard.functions.cloud.showRegistries(true);
    yard.provisioner.runDue();
    yard.functions.cloud.showRegistries(false);
    for (int i = 0; i < 60; i++) {
      yard.room.clock.advance(java.time.Duration.ofSeconds(2));
      yard.provisioner.runDue();
    }
    assertThat(yard.state(request)).isEqualTo(State.EXECUTING);
    yard.functions.cloud.showRegistries(true);

    Request done = yard.settle(request);
    yard.pass(java.time.Duration.ofMinutes(80));

    List<String> recorded = only(done).resourceId().stream().toList();
    assertThat(yard.functions.cloud.madeBy(done.id())).isEqualTo(recorded);
    assertThat(done.state()).isEqualTo(recorded.isEmpty() ? State.FAILED : State.SUCCEEDED);
  }
}
