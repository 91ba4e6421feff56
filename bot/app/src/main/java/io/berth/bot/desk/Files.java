// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.Request;
import java.util.List;
import java.util.Optional;

/** Which requests somebody may know of. */
final class Files {
  private final Ledger ledger;

  Files(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A request of this person's workspace; those of programs belong to every workspace, and who may
   * see them is up to the terms.
   */
  Optional<Request> known(Asker asker, String id) {
    return ledger
        .find(id)
        .filter(
            r -> r.workspace().equals(asker.workspace()) || r.requester().startsWith("webhook:"));
  }

  /** A request that this person asked for or may vote on. */
  Optional<Request> readable(Asker asker, String id) {
    return known(asker, id).filter(request -> mayRead(request, asker.userId()));
  }

  /** The latest requests of this person. */
  List<Request> own(Asker asker, int limit) {
    return ledger.recent(Optional.of(asker.userId()), limit).stream()
        .filter(request -> request.workspace().equals(asker.workspace()))
        .toList();
  }

  private static boolean mayRead(Request request, String userId) {
    return request.requester().equals(userId) || request.terms().approvers().contains(userId);
  }

  /**
   * One answer for an id that nobody has and for one that the asker may not see: it tells nothing
   * about others' requests.
   */
  static Answer noSuchRequest() {
    return Answer.refused("No such request.");
  }
}
