// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.Sentence;
import java.util.Optional;

/** One thing that is asked for: its kind and its canonical parameters. */
public record Spec(Kind kind, Parameters parameters) {
  /** What a sentence calls it: {@code registry payments}. */
  public Sentence title() {
    return kind.title(parameters);
  }

  /** What approving it will do. */
  public Sentence effect() {
    return kind.effect(parameters);
  }

  /** What the rules of the policy can see of it. */
  public Facts facts() {
    return kind.facts(parameters);
  }

  /** What is unique about it while it is live. */
  public Optional<String> naturalKey() {
    return kind.naturalKey(parameters);
  }
}
