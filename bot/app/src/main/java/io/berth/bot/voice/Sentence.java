// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

import java.util.Map;

/**
 * What is to be said, as data.
 *
 * @param arguments texts, numbers or other sentences by the name of their place
 */
public record Sentence(Phrase phrase, Map<String, Object> arguments) {
  public Sentence {
    arguments = Map.copyOf(arguments);
    if (!PhraseTemplate.places(phrase.english()).equals(arguments.keySet())) {
      throw new IllegalArgumentException(phrase + " was given " + arguments.keySet());
    }
  }

  /** What people read. */
  public String text() {
    return PhraseTemplate.fill(phrase.english(), arguments);
  }

  /** The text, so that a sentence may stand inside another one. */
  @Override
  public String toString() {
    return text();
  }
}
