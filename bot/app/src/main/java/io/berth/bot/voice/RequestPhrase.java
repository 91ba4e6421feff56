// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What is said to the person who typed, clicked or called, right away. */
public enum RequestPhrase implements Phrase {
  NO_SUCH_REQUEST("No such request; {slash} list shows yours."),
  STORED_BEFORE("That was stored before, as request {id}{see}"),
  ALREADY_ASKED(
      "Request {id} already asks for {title} ({state}); choose another name, or wait for that"
          + " one."),
  STORED("Request {id} is stored: {titles}."),
  LOOKS_FIRST("Berth looks for the {thing} first, and tells you if it is not there."),
  RESULT_COMES("The result {comes}"),
  CAN_BE_APPROVED_UNTIL("It can be approved until {until}, and the result {comes}"),
  COMES_AS_A_MESSAGE("will be posted to you{see}"),
  COMES_WHEN_ASKED_FOR("can be read with GET /v1/requests/{id}"),
  SEE("; see it with {slash} show {id}"),
  SEE_BY_PROGRAM("; see it with GET /v1/requests/{id}"),
  VOTE_COUNTED("Your vote is counted. {verdict}"),
  VOTE_COUNTED_BEFORE("Your vote was already counted; it stays as it was."),
  OTHER_CONTENT(
      "This button belongs to other parameters than the request has now; open the request again and"
          + " read it before you vote."),
  NOT_ONE_OF_THE_APPROVERS("You are not one of the approvers of request {id}."),
  ONLY_THE_REQUESTER_CANCELS("Only @{requester} can cancel this request; you can deny it."),
  CANCELLED("Request {id} is cancelled; nothing will be created."),
  TOO_LATE_TO_CANCEL("Too late: request {id} is {state}."),
  NOTHING_ASKED_YET("You have not asked for anything yet; {slash} help shows how."),
  LATEST_REQUESTS("Your latest requests:"),
  WHO_YOU_ARE(
      "You are @{user} in workspace {workspace}. Teams: {teams}. Approver groups: {groups}."),
  NONE("none"),
  UNDERSTOOD("Understood: {command}"),
  NOTHING_STORED("Nothing was stored."),

  STANDING_UNKNOWN(
      "Slack did not say who you are just now, so nothing was counted. Please try again."),
  NOT_FOR_GUESTS_AND_APPS(
      "Guests and apps cannot approve or deny requests; ask a full member of the workspace."),
  NOT_WHO_LEFT("Your account is deactivated, so nothing was done."),
  SECRETS_FOR_MEMBERS_ONLY(
      "Only full members of the workspace can see it; ask whoever looks after your account."),

  REVEAL_NO_REQUEST("There is no such request."),
  REVEAL_NOT_YOURS("Only the person who asked for this {thing} can see it."),
  REVEAL_SHOWN_BEFORE(
      "This {thing} was shown already, and is shown only once; ask for another one."),
  REVEAL_EXPIRED("This {thing} has expired; ask for another one."),
  REVEAL_NONE("Request {id} has nothing to show."),
  REVEAL_BEING_SHOWN(
      "This {thing} is being shown to you right now; try again in a minute if it did not appear."),

  LIST_LINE("{id}  {at}  {title}: {state}{as}{progress}"),
  LIST_AS(" as {resource}"),
  LIST_PROGRESS(" ({progress})"),
  SHOW_REQUEST("Request {id}: {titles}, {state}"),
  SHOW_ASKED("Asked by @{requester}{team} on {at}"),
  SHOW_TEAM(" for team {team}"),
  SHOW_EXACTLY("Exactly: {command}"),
  SHOW_PART("Part {number}: {title}, {state}"),
  SHOW_REASON("Reason: {reason}"),
  SHOW_POLICY("Policy: {rule}"),
  SHOW_APPROVAL("Approval: {verdict}{until}"),
  SHOW_UNTIL(" Until {at}."),
  SHOW_RESOURCE("{field}: {id}{adopted}"),
  SHOW_ADOPTED(" (found again after a lost answer)"),
  SHOW_PROGRESS("Progress: {progress}"),
  SHOW_STOPPED("No further attempt is made: {why}"),
  SHOW_FAILURE("What happened: {failure}"),
  SHOW_CAN_BE_REVEALED("Its value can be revealed once, by @{requester}."),
  SHOW_WAS_REVEALED("Its value was revealed on {at}."),
  SHOW_NEXT("Next: {next}."),
  SHOW_UNDO("If it was a mistake: {undo}.");

  private final String english;

  RequestPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
