// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.FunctionName;

/** Why a list could not be read, as a clause. */
final class Unread {
  private Unread() {}

  static Ownership ownership(FunctionName action, CloudReply reply) {
    return reply.fold(
        accepted -> Ownership.unreadable("", accepted.requestId()),
        refused ->
            Ownership.unreadable(
                "this function's role may not look it up ("
                    + action.product().serviceName()
                    + ":"
                    + action.action()
                    + ": "
                    + refused.code()
                    + ")",
                refused.requestId()),
        lost -> Ownership.unreadable("it could not be looked up: " + lost.why(), ""),
        malformed -> Ownership.unreadable("it could not be looked up: " + malformed.why(), ""));
  }
}
