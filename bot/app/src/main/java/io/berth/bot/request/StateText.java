// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.voice.Dates;
import io.berth.bot.voice.Sentence;
import io.berth.bot.voice.StatePhrase;

/** States in words, for each audience. */
public final class StateText {
  private StateText() {}

  /** For a list: {@code waits for approval}. */
  public static Sentence listed(State state) {
    StatePhrase phrase =
        switch (state) {
          case PENDING_APPROVAL -> StatePhrase.LISTED_PENDING;
          case APPROVED -> StatePhrase.LISTED_APPROVED;
          case EXECUTING -> StatePhrase.LISTED_EXECUTING;
          case SUCCEEDED -> StatePhrase.LISTED_SUCCEEDED;
          case PARTLY -> StatePhrase.LISTED_PARTLY;
          case FAILED -> StatePhrase.LISTED_FAILED;
          case NEEDS_OPERATOR -> StatePhrase.LISTED_NEEDS_OPERATOR;
          case REJECTED -> StatePhrase.LISTED_REJECTED;
          case EXPIRED -> StatePhrase.LISTED_EXPIRED;
          case CANCELLED -> StatePhrase.LISTED_CANCELLED;
        };
    return phrase.with();
  }

  /** For a list of the parts of one request. */
  public static Sentence listed(PartState state) {
    StatePhrase phrase =
        switch (state) {
          case WAITING -> StatePhrase.LISTED_WAITING;
          case READY -> StatePhrase.LISTED_APPROVED;
          case EXECUTING -> StatePhrase.LISTED_EXECUTING;
          case SUCCEEDED -> StatePhrase.LISTED_SUCCEEDED;
          case FAILED -> StatePhrase.LISTED_FAILED;
          case NEEDS_OPERATOR -> StatePhrase.LISTED_NEEDS_OPERATOR;
          case SKIPPED -> StatePhrase.LISTED_SKIPPED;
        };
    return phrase.with();
  }

  /** For the approvers, behind the title of the card. */
  public static Sentence onCard(State state) {
    StatePhrase phrase =
        switch (state) {
          case PENDING_APPROVAL -> StatePhrase.CARD_PENDING;
          case APPROVED -> StatePhrase.CARD_APPROVED;
          case EXECUTING -> StatePhrase.CARD_EXECUTING;
          case SUCCEEDED -> StatePhrase.CARD_SUCCEEDED;
          case PARTLY -> StatePhrase.CARD_PARTLY;
          case FAILED -> StatePhrase.CARD_FAILED;
          case NEEDS_OPERATOR -> StatePhrase.CARD_NEEDS_OPERATOR;
          case REJECTED -> StatePhrase.CARD_REJECTED;
          case EXPIRED -> StatePhrase.CARD_EXPIRED;
          case CANCELLED -> StatePhrase.CARD_CANCELLED;
        };
    return phrase.with();
  }

  /** For the approvers, above the votes. */
  public static Sentence headline(Request request) {
    return switch (request.state()) {
      case PENDING_APPROVAL ->
          StatePhrase.HEADLINE_PENDING.with(
              "given", request.ballot().approved().size(), "needed", request.terms().needed());
      case APPROVED -> StatePhrase.HEADLINE_APPROVED.with();
      case EXECUTING -> StatePhrase.HEADLINE_EXECUTING.with();
      case SUCCEEDED -> succeeded(request);
      case PARTLY -> StatePhrase.HEADLINE_PARTLY.with();
      case FAILED -> StatePhrase.HEADLINE_FAILED.with();
      case NEEDS_OPERATOR -> StatePhrase.HEADLINE_NEEDS_OPERATOR.with();
      case REJECTED -> StatePhrase.HEADLINE_REJECTED.with();
      case EXPIRED ->
          StatePhrase.HEADLINE_EXPIRED.with("at", Dates.minute(request.times().expiresAt()));
      case CANCELLED -> StatePhrase.HEADLINE_CANCELLED.with();
    };
  }

  private static Sentence succeeded(Request request) {
    return request.isSingle()
        ? made(request.parts().get(0))
        : StatePhrase.HEADLINE_ALL_CREATED.with();
  }

  /** What a part led to, for the approvers. */
  public static Sentence made(Part part) {
    boolean adopted = part.resource().filter(Part.Resource::adopted).isPresent();
    StatePhrase phrase = adopted ? StatePhrase.HEADLINE_ADOPTED : StatePhrase.HEADLINE_CREATED;
    return phrase.with(
        "resource",
        part.resourceId().orElse("?"),
        "progress",
        part.progress().map(progress -> " · " + progress).orElse(""));
  }

  /** For whoever comes too late to change it. */
  public static Sentence tooLate(Request request) {
    StatePhrase phrase =
        switch (request.state()) {
          case PENDING_APPROVAL -> StatePhrase.LATE_PENDING;
          case APPROVED, EXECUTING -> StatePhrase.LATE_RUNNING;
          case SUCCEEDED -> StatePhrase.LATE_SUCCEEDED;
          case PARTLY -> StatePhrase.LATE_PARTLY;
          case FAILED -> tooLateForFailed(request);
          case NEEDS_OPERATOR -> StatePhrase.LATE_NEEDS_OPERATOR;
          case REJECTED -> StatePhrase.LATE_REJECTED;
          case EXPIRED -> StatePhrase.LATE_EXPIRED;
          case CANCELLED -> StatePhrase.LATE_CANCELLED;
        };
    return phrase.with("id", request.id());
  }

  /** What cannot be done is sometimes found while people still think about it. */
  private static StatePhrase tooLateForFailed(Request request) {
    return request.times().approvedAt().isPresent()
        ? StatePhrase.LATE_FAILED
        : StatePhrase.LATE_FAILED_UNAPPROVED;
  }
}
