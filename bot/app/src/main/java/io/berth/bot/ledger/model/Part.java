// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Spec;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a request asks for, as the ledger holds it at one moment.
 *
 * @param spec what was asked for, with its references
 * @param call the parameters with every reference filled, from the first attempt on
 * @param token number of its newest attempt, 0 before the first; counted over all parts of the
 *     request
 * @param resource what it led to, once that exists
 * @param stopped why no further attempt is made, in one sentence, while it is looked for what the
 *     earlier ones did
 * @param failure one sentence for people, in FAILED, NEEDS_OPERATOR and SKIPPED
 */
public record Part(
    PartId id,
    Spec spec,
    Optional<Parameters> call,
    PartState state,
    int token,
    Optional<Resource> resource,
    Optional<String> stopped,
    Optional<String> failure) {
  /**
   * Something that exists.
   *
   * @param id e.g. RegistryId or RegisterCodeId
   * @param adopted true when it was found again after a lost answer
   * @param progress its status in the cloud, for kinds that have one: Pending, Deploying, Running
   * @param secret whether its sealed value can still be shown, or when it was
   */
  public record Resource(
      String id, boolean adopted, Optional<String> progress, SealedSecret secret) {}

  /**
   * What is known of a secret.
   *
   * @param waiting true while it can still be revealed
   */
  public record SealedSecret(boolean waiting, Optional<Instant> revealedAt) {
    /** There is none, or none any more. */
    public static final SealedSecret NONE = new SealedSecret(false, Optional.empty());
  }

  /** What kind of thing it is. */
  public Kind kind() {
    return spec.kind();
  }

  /** The parameters as far as they are known: those of the call, else what was asked for. */
  public Parameters parameters() {
    return call.orElse(spec.parameters());
  }

  /** The id of what it led to. */
  public Optional<String> resourceId() {
    return resource.map(Resource::id);
  }

  /** The status in the cloud of what it led to. */
  public Optional<String> progress() {
    return resource.flatMap(Resource::progress);
  }

  /** Whether its secret can still be revealed. */
  public boolean secretWaiting() {
    return resource.filter(r -> r.secret().waiting()).isPresent();
  }

  /** When its secret was revealed. */
  public Optional<Instant> revealedAt() {
    return resource.flatMap(r -> r.secret().revealedAt());
  }

  /** Whether other parts may refer to it: it exists and, where that takes time, can be used. */
  public boolean isUsable() {
    return state == PartState.SUCCEEDED
        && kind()
            .progress()
            .map(follow -> progress().filter(follow::isReady).isPresent())
            .orElse(true);
  }
}
