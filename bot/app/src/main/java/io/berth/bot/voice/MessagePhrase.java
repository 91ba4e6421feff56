// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What stands in messages, cards and windows of Slack. */
public enum MessagePhrase implements Phrase {
  CARD_SUMMARY("{title}: {state}"),
  CARD_TITLE_OF_SEVERAL("{count} {count|thing|things}: {titles}"),
  CARD_ASKS("{requester} asks{team}."),
  CARD_TEAM(" for team {team}"),
  CARD_REASON("Reason: {reason}"),
  CARD_PART("{number}. {effect}"),
  CARD_PART_STATE("{number}. {title}: {state}"),
  CARD_THAT_IS("{value} ({meaning})"),
  CARD_MAY_APPROVE("May approve: {people}"),
  CARD_VOTE_APPROVED("{voter} approved, {at}"),
  CARD_VOTE_DENIED("{voter} denied, {at}"),
  CARD_REMARK("Remark: {reason}"),
  CARD_DENIED_BECAUSE("Denied because: {reason}"),
  CARD_STOPPED("No further attempt is made: {why} Berth looks for what the earlier ones did."),
  CARD_EXPIRES("Expires {at}."),
  CARD_SMALL_PRINT("Request {id}, parameters {sha256}, {rule}."),
  CARD_TOO_LONG(
      "This request is too long to be shown whole, so it cannot be approved here; deny it and ask"
          + " for less at once."),
  REFERENCE_TO_PART("the id of part {number}"),
  REFERENCE_TO_NAMED("the id of {kind} {name}"),
  APPROVE("Approve"),
  APPROVE_THIS("Approve this?"),
  APPROVE_SEVERAL("Approves all {count} things on this card."),
  DENY_BUTTON("Deny…"),
  DENY_THIS("Deny this request"),
  DENY("Deny"),
  BACK("Back"),
  CLOSE("Close"),
  DONE("Done"),
  DENY_REASON("Reason, for the person who asked"),
  DENY_WHY("Say why, in a few words."),
  NOT_COUNTED("Not counted"),

  NOTE_WAITS(
      "Your request for {title} waits for {count} {count|approval|approvals} from {people}, until"
          + " {until}."),
  NOTE_AT_ONCE("Your request for {title} needs no approval; it is being created."),
  NOTE_PART_WAITS("Your {title} waits for another part."),
  NOTE_PART_STARTS("Your {title} starts in a moment."),
  NOTE_PART_RUNS("Your {title} is being created."),
  NOTE_APPROVED("Your request for {title} is approved{by}; it is being created."),
  NOTE_BY(" by {people}"),
  NOTE_APPROVED_BY("Approved by {people}."),
  NOTE_STOPPED(
      "Your {title} is not tried again. Berth still looks for what the earlier attempts did, and"
          + " tells you."),
  NOTE_CREATED("Your {title} is created: {id}{progress}."),
  NOTE_PROGRESS(", {progress}"),
  NOTE_USABLE(", {progress}: {next}"),
  NOTE_NEXT(": {next}"),
  NOTE_READY("Your {title} is ready: {id}. {secret}"),
  NOTE_SECRET_ONCE("Its value is shown once, and only to you."),
  NOTE_SECRET_SHOWN("Its value was shown to you, {at}."),
  NOTE_SECRET_GONE("Its value can no longer be shown; ask for a new code."),
  NOTE_FAILED("Your {title} was not created."),
  NOTE_NEEDS_OPERATOR("Your {title} is unsettled: a platform engineer must look at it."),
  NOTE_REJECTED("Your request for {title} was denied{by}."),
  NOTE_EXPIRED("Nobody decided about your {title} in time. Ask again if you still need it."),
  NOTE_CANCELLED("Your request for {title} is cancelled."),
  NOTE_ALL_DONE("Your request is done: {title}."),
  NOTE_PARTLY("Your request is done in part: {title}."),
  NOTE_NONE_DONE("Nothing of your request was created: {title}."),
  NOTE_REASON("Reason: {reason}"),
  NOTE_REQUEST("Request {id}"),

  REVEAL("Reveal"),
  REVEAL_SEVERAL("Reveal {title}"),
  REVEAL_NOW("Show the value now?"),
  REVEAL_ONCE("It is shown once. Have the machine's command line at hand before you go on."),
  REVEAL_YES("Show it"),
  REVEAL_NO("Not yet"),
  SECRET_ONLY_TIME("*This is the only time it is shown.* {warning}"),
  SECRET_ID_AND_VALUE("Id `{id}`\nValue\n```{value}```"),
  SECRET_STEP("{explanation}\n```{lines}```"),
  SECRET_DOES_NOT_OPEN(
      "The value cannot be opened with the secrets that Berth has now. Ask a platform engineer; it"
          + " is still kept."),
  WINDOW_DID_NOT_OPEN("The window did not open ({why}); press Reveal again."),
  FORM_DID_NOT_OPEN("The form could not be opened ({why}); press Deny again."),
  BUTTON_DOES_NOT_FIT(
      "This button does not fit this request, so nothing was done; use the newest card."),
  FORM_DOES_NOT_FIT("This form does not fit any request; press Deny on the card again."),
  COPY_OF_THE_MESSAGE("This is a copy of the message, so nothing was done; open the original one."),
  FOREIGN_WORKSPACE(
      "This workspace is not among those that Berth serves; ask its operators to add it."),
  CARD_NOT_POSTED(
      "I cannot post the card for your {title} to the approvers' channel ({why}). I keep trying;"
          + " ask a platform engineer to let me in. Approvers can also use the command approve"
          + " {id}.");

  private final String english;

  MessagePhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
