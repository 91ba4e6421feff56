// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.KindPhrase;
import io.berth.bot.voice.Sentence;
import io.berth.contract.text.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A register code's value, with what to type on the machine that is to enrol. */
final class CodeHandover implements Handover {
  /** Works inside Tencent Cloud; machines elsewhere get the agent by hand. */
  private static final String INSTALL =
      "wget -qO - https://mirrors.tencentyun.com/install/tat_agent/tat_agent_installer.sh | sudo sh";

  @Override
  public Sentence heading() {
    return KindPhrase.CODE_HEADING.with();
  }

  @Override
  public Sentence warning() {
    return KindPhrase.CODE_WARNING.with();
  }

  @Override
  public List<Step> steps(Parameters parameters, String id, Secret value) {
    String register =
        "sudo tat_agent register %s %s %s\nsudo systemctl restart tat_agent"
            .formatted(parameters.region(), id, value.reveal());
    return List.of(
        new Step(KindPhrase.CODE_INSTALL.with(), Secret.of(INSTALL)),
        new Step(KindPhrase.CODE_REGISTER.with(), Secret.of(register)));
  }

  @Override
  public Optional<Duration> lives(Parameters parameters) {
    long hours = CodeKind.hours(parameters);
    return CodeKind.isPermanent(hours) ? Optional.empty() : Optional.of(Duration.ofHours(hours));
  }
}
