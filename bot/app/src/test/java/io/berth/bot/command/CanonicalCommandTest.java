// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Spec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalCommandTest {
  private final CommandParser parser = new CommandParser("/tcr", "ap-guangzhou");

  private Spec spec(String text) {
    return parser
        .parse(text)
        .fold(
            command -> ((Command.Create) command).proposal().parts().get(0),
            reply -> {
              throw new AssertionError(reply);
            });
  }

  @Test
  void showsWhatWillRunAndNotWhatWasTyped() {
    assertThat(
            CanonicalCommand.of(
                spec("create payments-x type=Basic tag='a b=c' --charge prepaid --months 2")))
        .isEqualTo(
            "create registry payments-x --type basic --region ap-guangzhou --tag \"a b=c\""
                + " --charge prepaid --months 2 --renew manual");
  }

  @Test
  void showsAPermanentCodeAsSuchAndNotAsHours() {
    assertThat(CanonicalCommand.of(spec("create code --permanent")))
        .isEqualTo("create code --limit 10 --permanent --region ap-guangzhou");
  }

  @Test
  void showsADurationBeyondTheLastHourAsPermanentToo() {
    Parameters parameters = new Parameters(Map.of("EffectiveTime", 2_000_000L));
    assertThat(CanonicalCommand.of(new Spec(Kinds.of("code").orElseThrow(), parameters)))
        .isEqualTo("create code --permanent");
  }
}
