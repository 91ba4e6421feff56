// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.desk.Answer;
import io.berth.bot.desk.Asker;
import io.berth.bot.desk.Desk;
import io.berth.bot.http.Metrics;
import java.util.Locale;
import java.util.Optional;

/** Carries a vote to the desk, when the person is somebody who may decide at all. */
final class Ballot {
  private final Desk desk;
  private final Members members;
  private final Metrics metrics;

  Ballot(Desk desk, Members members, Metrics metrics) {
    this.desk = desk;
    this.members = members;
    this.metrics = metrics;
  }

  Answer cast(Asker voter, Buttons.Target target, boolean approves, Optional<String> reason) {
    Answer answer =
        members
            .mayNotDecide(voter.userId())
            .map(sentence -> new Answer(Answer.Kind.REFUSED, sentence, Optional.empty()))
            .orElseGet(
                () ->
                    desk.vote(
                        voter, target.requestId(), target.parametersSha256(), approves, reason));
    metrics.answered("slack", answer.kind().name().toLowerCase(Locale.ROOT));
    return answer;
  }
}
