// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.scf.platform.RuntimeApiServer.WaitingPoll;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstanceStateTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final FunctionInvocation first = new FunctionInvocation("r-1", "{}");
  private final FunctionInvocation second = new FunctionInvocation("r-2", "{}");
  private final InstanceState state = new InstanceState(first);

  /** A poll that nobody answers. */
  private static final class SilentPoll implements WaitingPoll {
    @Override
    public void event(FunctionInvocation invocation, FunctionConfiguration configuration) {}

    @Override
    public void refuse(String why) {}
  }

  private void deliver() {
    state.hold(new SilentPoll());
    state.deliver().orElseThrow().invocation().deliver();
  }

  @Test
  void letsAPollWaitUntilItIsReady() {
    WaitingPoll poll = new SilentPoll();
    state.hold(poll);

    assertThat(state.deliver()).isEmpty();
    assertThat(state.becomeReady()).isTrue();
    assertThat(state.deliver()).contains(new InstanceState.EventDelivery(first, poll));
  }

  @Test
  void isReadyOnce() {
    state.becomeReady();

    assertThat(state.becomeReady()).isFalse();
  }

  @Test
  void hasOneInvocationAtATime() {
    state.becomeReady();
    assertThat(state.take(second)).isFalse();

    deliver();
    assertThat(state.finish(NOW)).contains(first);
    assertThat(state.take(second)).isTrue();
  }

  @Test
  void takesNoMoreWorkOnceItIsRetired() {
    state.becomeReady();
    deliver();
    state.retire();
    state.finish(NOW);

    assertThat(state.take(second)).isFalse();
  }

  @Test
  void givesTheSameEventToAPollThatAsksAgain() {
    state.becomeReady();
    deliver();
    state.hold(new SilentPoll());

    assertThat(state.deliver().orElseThrow().invocation()).isSameAs(first);
  }

  @Test
  void letsANewerPollTakeThePlaceOfTheOlder() {
    WaitingPoll older = new SilentPoll();

    assertThat(state.hold(older)).isEmpty();
    assertThat(state.hold(new SilentPoll())).containsSame(older);
  }

  @Test
  void doesNotEndAnInvocationThatTheProcessNeverSaw() {
    state.becomeReady();

    assertThat(state.finish(NOW)).isEmpty();
    assertThat(state.takeUndelivered()).contains(first);
    assertThat(state.isIdle()).isTrue();
  }

  @Test
  void keepsAnInvocationWhoseProcessDiedBeforeItWasReady() {
    assertThat(state.takeUndelivered()).isEmpty();
    assertThat(state.isIdle()).isFalse();
  }

  @Test
  void hasBeenIdleSinceItsLastAnswer() {
    state.becomeReady();
    deliver();
    state.finish(NOW);

    assertThat(state.isIdleFor(Duration.ofMinutes(10), NOW.plusSeconds(599))).isFalse();
    assertThat(state.isIdleFor(Duration.ofMinutes(10), NOW.plusSeconds(600))).isTrue();
  }

  @Test
  void leavesWhatItWasAtBehindWhenItEnds() {
    WaitingPoll poll = new SilentPoll();
    state.hold(poll);

    InstanceState.Unfinished left = state.end();

    assertThat(left.invocation()).contains(first);
    assertThat(left.poll()).containsSame(poll);
    assertThat(state.hasEnded()).isTrue();
    assertThat(state.end().invocation()).isEmpty();
  }
}
