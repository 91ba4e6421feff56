// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.voice.RequestPhrase;
import io.berth.bot.voice.Sentence;
import java.util.Optional;

/**
 * The one place that says what a person's standing allows. It is asked where a thing is carried
 * out, after the text was understood; who cannot be looked up may not.
 */
final class Judge {
  private final Directory directory;

  Judge(Directory directory) {
    this.directory = directory;
  }

  /** Why this person may not approve or deny anything, if so. */
  Optional<Sentence> mayNotDecide(Requester person) {
    return refusal(standing(person), RequestPhrase.NOT_FOR_GUESTS_AND_APPS.with());
  }

  /** Why this person may not see a secret, if so. */
  Optional<Sentence> mayNotSeeSecrets(Requester person) {
    return refusal(standing(person), RequestPhrase.SECRETS_FOR_MEMBERS_ONLY.with());
  }

  private Standing standing(Requester person) {
    return person.isProgram() ? Standing.PROGRAM : directory.standing(person.userId());
  }

  private static Optional<Sentence> refusal(Standing standing, Sentence membersOnly) {
    return switch (standing) {
      case MEMBER -> Optional.empty();
      case GUEST, PROGRAM -> Optional.of(membersOnly);
      case DEACTIVATED -> Optional.of(RequestPhrase.NOT_WHO_LEFT.with());
      case UNKNOWN -> Optional.of(RequestPhrase.STANDING_UNKNOWN.with());
    };
  }
}
