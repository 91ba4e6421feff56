// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.util.Map;
import java.util.function.Function;

/**
 * What came of one call. Only the first two are the cloud's word; after the other two the action
 * may or may not have happened, unless {@link Lost#sent} is false.
 */
public sealed interface CloudReply {

  /** Folds the four cases into one value. */
  default <R> R fold(
      Function<? super Accepted, ? extends R> accepted,
      Function<? super Refused, ? extends R> refused,
      Function<? super Lost, ? extends R> lost,
      Function<? super Malformed, ? extends R> malformed) {
    if (this instanceof Accepted a) {
      return accepted.apply(a);
    }
    if (this instanceof Refused r) {
      return refused.apply(r);
    }
    return this instanceof Lost l ? lost.apply(l) : malformed.apply((Malformed) this);
  }

  /** The content of {@code Response} without RequestId, and that RequestId ("" when absent). */
  record Accepted(Map<String, Object> response, String requestId) implements CloudReply {

    /** Names the fields only: a response may hold a register code's value. */
    @Override
    public String toString() {
      return "Accepted[fields=" + response.keySet() + ", requestId=" + requestId + "]";
    }
  }

  /** {@code Response.Error}: code and message as the cloud wrote them. */
  record Refused(String code, String message, String requestId) implements CloudReply {}

  /**
   * No answer arrived.
   *
   * @param why one plain sentence
   * @param sent false when not a byte of the request left this machine, so nothing can have
   *     happened
   */
  record Lost(String why, boolean sent) implements CloudReply {}

  /** Something answered, but not with API 3.0's envelope: a proxy's page, a cut-off body. */
  record Malformed(String why) implements CloudReply {}
}
