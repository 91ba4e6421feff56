// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every documented error gets through to whoever called, with its code, its text and an id. */
interface ErrorContract extends OnEmulator {
  private void getsThrough(Ask ask, Map<String, String> errors) {
    errors.forEach(
        (code, text) -> {
          failNext(ask.action(), code, text + " 原因: «é»");

          Reply reply = ask(ask);

          assertThat(reply).isInstanceOf(Reply.Refused.class);
          assertThat(reply.code()).isEqualTo(code);
          assertThat(reply.message()).contains(text + " 原因: «é»");
          assertThat(reply.requestId()).hasSize(36);
          cloud().clock.advance(Duration.ofSeconds(1));
        });
  }

  @Test
  default void handsOverEveryErrorOfCreateInstance() {
    getsThrough(create("payments", ""), SeedDocument.CREATE_INSTANCE.errors());

    assertThat(count("registries")).isZero();
  }

  @Test
  default void handsOverEveryErrorOfCreateRegisterCode() {
    getsThrough(tat("CreateRegisterCode", "{}"), SeedDocument.CREATE_REGISTER_CODE.errors());

    assertThat(count("registerCodes")).isZero();
  }

  @Test
  default void refusesAClockThatIsMoreThanFiveMinutesOff() {
    for (int skew : new int[] {-600, 600}) {
      control("POST", "clock", "{\"skewSeconds\":" + skew + "}");

      Reply reply = ask(create("payments", ""));

      assertThat(reply.code()).isEqualTo("AuthFailure.SignatureExpire");
      assertThat(reply.message()).contains("clock");
    }
    assertThat(count("registries")).isZero();
  }

  @Test
  default void takesAClockThatIsFourMinutesOff() {
    for (int skew : new int[] {-240, 240}) {
      control("POST", "clock", "{\"skewSeconds\":" + skew + "}");

      assertThat(code(tcr("DescribeInstances", "{}"))).isEqualTo("ok");
    }
  }

  @Test
  default void losesTheAnswerButNotTheEffect() {
    control("PUT", "faults", "[{\"effect\":\"lose-answer\"}]");

    Reply reply = ask(tat("CreateRegisterCode", "{}"));

    assertThat(reply).isInstanceOf(Reply.Lost.class);
    assertThat(count("registerCodes")).isEqualTo(1);
  }
}
