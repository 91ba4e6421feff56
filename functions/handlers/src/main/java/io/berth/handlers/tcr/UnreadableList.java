// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.FunctionName;
import io.berth.handlers.pipeline.CloudOutcomes;

/** Why a list could not be read, as a clause. */
final class UnreadableList {
  private UnreadableList() {}

  static Ownership ownership(FunctionName action, CloudReply reply) {
    return reply.fold(
        accepted -> Ownership.unreadable("", accepted.requestId()),
        refused -> refused(action, refused),
        lost -> Ownership.unreadable("it could not be looked up: " + lost.why(), ""),
        malformed -> Ownership.unreadable("it could not be looked up: " + malformed.why(), ""));
  }

  private static Ownership refused(FunctionName action, CloudReply.Refused refused) {
    String right = CloudOutcomes.right(action) + ": " + refused.code();
    return Ownership.unreadable(
        "this function's role may not look it up (" + right + ")", refused.requestId());
  }
}
