// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

/** What became of a request, for somebody who comes too late. */
final class Sentences {
  private Sentences() {}

  static String whatBecameOf(Request request) {
    String id = "Request " + request.id();
    return switch (request.state()) {
      case PENDING_APPROVAL -> id + " still waits for approval.";
      case APPROVED, EXECUTING -> id + " was approved already and is being carried out.";
      case SUCCEEDED -> id + " was approved already and is done.";
      case FAILED -> id + " was approved already and failed.";
      case NEEDS_OPERATOR -> id + " was approved already and waits for an operator.";
      case REJECTED -> id + " was denied already.";
      case EXPIRED -> id + " expired before enough approvals came; ask for it again.";
      case CANCELLED -> id + " was cancelled.";
    };
  }
}
