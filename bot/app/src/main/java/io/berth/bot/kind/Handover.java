// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.bot.voice.Sentence;
import io.berth.contract.text.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a secret that exists once gets to the person who asked for it. */
public interface Handover {
  /** What the window is headed with, at most 24 characters. */
  Sentence heading();

  /** What whoever has it can do. */
  Sentence warning();

  /** What to type where, with the value in its place. */
  List<Step> steps(Parameters parameters, String id, Secret value);

  /** How long after its creation the value is worth something; empty when it never ends. */
  Optional<Duration> lives(Parameters parameters);

  /**
   * Something to type.
   *
   * @param explanation what it is for
   * @param lines to be copied as they are; never to be logged or stored
   */
  record Step(Sentence explanation, Secret lines) {}
}
