// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.voice.Sentence;
import java.util.Optional;

/**
 * What somebody is told.
 *
 * @param text plain text without any markup: the door escapes it. People stand in it as
 *     {@code @U0BOB}; a door that knows how to mention somebody may put that in their place
 * @param requestId the request that it is about, when there is one
 */
public record Answer(Result result, String text, Optional<String> requestId) {
  /** What became of it. */
  public enum Result {
    /** A request or a vote is in the ledger. */
    STORED,
    /** A question was answered; nothing changed. */
    INFO,
    /** How to use the command; nothing changed. */
    USAGE,
    /** It was not done, and the text says why and what to do instead; nothing changed. */
    REFUSED
  }

  static Answer stored(String text, String requestId) {
    return new Answer(Result.STORED, text, Optional.of(requestId));
  }

  static Answer info(String text) {
    return new Answer(Result.INFO, text, Optional.empty());
  }

  static Answer usage(String text) {
    return new Answer(Result.USAGE, text, Optional.empty());
  }

  static Answer refused(String text) {
    return new Answer(Result.REFUSED, text, Optional.empty());
  }

  static Answer refused(Sentence sentence) {
    return refused(sentence.text());
  }

  Answer about(String id) {
    return new Answer(result, text, Optional.of(id));
  }
}
