// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/**
 * Where a request or a part stands, one wording for each audience: whoever lists it, whoever looks
 * at the card, the requester, and whoever comes too late to change it.
 */
public enum StatePhrase implements Phrase {
  LISTED_PENDING("waits for approval"),
  LISTED_APPROVED("approved, starts in a moment"),
  LISTED_EXECUTING("being created"),
  LISTED_SUCCEEDED("created"),
  LISTED_PARTLY("created in part"),
  LISTED_FAILED("failed"),
  LISTED_NEEDS_OPERATOR("needs a platform engineer"),
  LISTED_REJECTED("denied"),
  LISTED_EXPIRED("expired"),
  LISTED_CANCELLED("cancelled"),
  LISTED_WAITING("waits for another part"),
  LISTED_SKIPPED("not begun"),

  CARD_PENDING("approval needed"),
  CARD_APPROVED("approved"),
  CARD_EXECUTING("being created"),
  CARD_SUCCEEDED("created"),
  CARD_PARTLY("created in part"),
  CARD_FAILED("failed"),
  CARD_NEEDS_OPERATOR("needs a platform engineer"),
  CARD_REJECTED("denied"),
  CARD_EXPIRED("expired"),
  CARD_CANCELLED("cancelled"),

  HEADLINE_PENDING("{given} of {needed} {needed|approval|approvals}"),
  HEADLINE_APPROVED("Approved; it will be created now"),
  HEADLINE_EXECUTING("Approved; it is being created"),
  HEADLINE_CREATED("Created: {resource}{progress}"),
  HEADLINE_ADOPTED("Found again and taken over: {resource}{progress}"),
  HEADLINE_ALL_CREATED("All of it is created"),
  HEADLINE_PARTLY("Created in part"),
  HEADLINE_FAILED("Failed; nothing of it is left"),
  HEADLINE_NEEDS_OPERATOR("A platform engineer must look"),
  HEADLINE_REJECTED("Denied; nothing was created"),
  HEADLINE_EXPIRED("Expired {at}; nothing was created"),
  HEADLINE_CANCELLED("Cancelled; nothing was created"),

  LATE_PENDING("Request {id} still waits for approval."),
  LATE_RUNNING("Request {id} was approved already and is being carried out."),
  LATE_SUCCEEDED("Request {id} was approved already and is done."),
  LATE_PARTLY("Request {id} was approved already and is done in part."),
  LATE_FAILED("Request {id} was approved already and failed."),
  LATE_FAILED_UNAPPROVED("Request {id} failed before it was approved; nothing was created."),
  LATE_NEEDS_OPERATOR("Request {id} was approved already and needs a platform engineer."),
  LATE_REJECTED("Request {id} was denied already."),
  LATE_EXPIRED("Request {id} expired before enough approvals came; ask for it again."),
  LATE_CANCELLED("Request {id} was cancelled.");

  private final String english;

  StatePhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
