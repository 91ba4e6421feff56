// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What the policy says: who may ask, who has to approve, and how far it is. */
public enum PolicyPhrase implements Phrase {
  SEVERAL("{sentences}"),
  APPROVALS("{count} {count|approval|approvals}"),
  NO_SUCH_TEAM("There is no team {team}{hint}"),
  IN_NO_TEAM(
      "You are not allowed to ask for anything yet, because you are in no team; ask {people} to add"
          + " you to one."),
  WHICH_TEAM("You are in the teams {teams}; say which one it is for with --team."),
  NOT_IN_TEAM("You are not a member of team {team}; you may ask for {teams}."),
  NO_RULE(
      "Denied: no rule of the policy allows a {summary}; ask whoever keeps berth.yaml to add one."),
  DENIED_BY_RULE("Denied by {rule}: {reason}"),
  AT_ONCE("Nobody has to approve a {summary}; it starts at once."),
  TOO_FEW(
      "Denied: this needs {approvals} from {groups}, and without you only {others} of its {all}"
          + " approvers could give one, because nobody approves their own request; let another"
          + " member of your team ask."),
  NEEDS_APPROVALS("Needs {approvals} from {groups}: {people}{notYou}"),
  ANY_OF("any {count} of {people}"),
  NOT_YOU("; you cannot approve your own request."),
  NOT_YOUR_OWN("Nobody approves or denies their own request; {people} can."),
  NOT_AN_APPROVER("You are not an approver of this request; {people} can vote on it."),
  NO_LONGER_AN_APPROVER("You are no longer an approver; {people} can vote on this request."),
  POLICY_CHANGED("The policy has changed since the request was made. {sentence}"),
  ASKS_FOR_MORE("The policy asks for more today. {sentence}"),
  DENIED("Denied by @{voter}."),
  DENIED_BECAUSE("Denied by @{voter}: {reason}"),
  NOBODY_HAD_TO("Nobody had to approve."),
  APPROVED("Approved by {people}."),
  WAITING("{given} of {approvals}{soFar}; {people} can approve.");

  private final String english;

  PolicyPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
