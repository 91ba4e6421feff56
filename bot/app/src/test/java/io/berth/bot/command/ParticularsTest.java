// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.command.Particulars.Particular;
import io.berth.contract.FunctionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticularsTest {
  private final CommandParser parser = new CommandParser("/tcr", "ap-guangzhou");

  private Map<String, Object> json(String text) {
    return parser
        .parse(text)
        .fold(command -> ((Command.Create) command).ask().parameters().toJson(), reply -> Map.of());
  }

  @Test
  void showsWhatWillRunAndNotWhatWasTyped() {
    Map<String, Object> json =
        json(
            "create PAYMENTS-x type=Basic".replace("PAYMENTS-x", "payments")
                + " tag='a b=c' --charge prepaid --months 2");
    assertThat(Particulars.of(FunctionName.TCR_CREATE_INSTANCE, json))
        .containsExactly(
            new Particular("name", "payments"),
            new Particular("type", "basic"),
            new Particular("region", "ap-guangzhou"),
            new Particular("tag", "a b=c"),
            new Particular("charge", "prepaid"),
            new Particular("months", "2"),
            new Particular("renew", "manual"));
    assertThat(Particulars.commandLine(FunctionName.TCR_CREATE_INSTANCE, json))
        .isEqualTo(
            "create registry payments --type basic --region ap-guangzhou --tag \"a b=c\" --charge prepaid --months 2 --renew manual");
  }

  @Test
  void showsAPermanentCodeAsSuchAndNotAsHours() {
    assertThat(
            Particulars.of(FunctionName.TAT_CREATE_REGISTER_CODE, json("create code --permanent")))
        .isEqualTo(
            List.of(
                new Particular("limit", "10"),
                new Particular("permanent", "yes"),
                new Particular("region", "ap-guangzhou")));
  }

  @Test
  void showsADurationBeyondTheLastHourAsPermanentToo() {
    assertThat(
            Particulars.of(
                FunctionName.TAT_CREATE_REGISTER_CODE, Map.of("EffectiveTime", 2_000_000L)))
        .containsExactly(new Particular("permanent", "yes"));
  }

  @Test
  void callsARequestByItsNameOrDescription() {
    assertThat(
            Particulars.title(FunctionName.TCR_CREATE_INSTANCE, json("create payments type=basic")))
        .isEqualTo("registry payments");
    assertThat(Particulars.title(FunctionName.TAT_CREATE_REGISTER_CODE, json("create code")))
        .isEqualTo("register code");
    assertThat(
            Particulars.title(
                FunctionName.TAT_CREATE_REGISTER_CODE, json("create code --description web")))
        .isEqualTo("register code \"web\"");
  }
}
