// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.voice.RequestPhrase;
import java.util.List;
import java.util.Optional;

/** Which requests somebody may know of. */
final class RequestAccess {
  private final Ledger ledger;
  private final String slash;

  RequestAccess(Ledger ledger, String slash) {
    this.ledger = ledger;
    this.slash = slash;
  }

  /**
   * A request of this person's workspace; those of programs belong to every workspace, and who may
   * see them is up to the terms.
   */
  Optional<Request> known(Requester person, String id) {
    return ledger
        .find(id)
        .filter(r -> r.origin().workspace().equals(person.workspace()) || r.origin().isProgram());
  }

  /** A request that this person asked for or may vote on. */
  Optional<Request> readable(Requester person, String id) {
    return known(person, id).filter(request -> mayRead(request, person.userId()));
  }

  /** The latest requests of this person. */
  List<Request> own(Requester person, int limit) {
    return ledger.recent(Optional.of(person.userId()), limit).stream()
        .filter(request -> request.origin().workspace().equals(person.workspace()))
        .toList();
  }

  private static boolean mayRead(Request request, String userId) {
    return request.requester().equals(userId) || request.terms().approvers().contains(userId);
  }

  /**
   * One answer for an id that nobody has and for one that the person may not see: it tells nothing
   * about others' requests.
   */
  Answer noSuchRequest() {
    return Answer.refused(RequestPhrase.NO_SUCH_REQUEST.with("slash", slash));
  }
}
