// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What is said about an approved request that is being carried out, or could not be. */
public enum ExecutionPhrase implements Phrase {
  NOT_WHAT_WAS_APPROVED(
      "The stored parameters are not the ones that were approved; nothing was sent. Tell whoever"
          + " runs Berth, and ask again."),
  REFERS_TO_ANOTHER(
      "What it refers to is not what it was when it was first tried; nothing more is sent. Ask"
          + " again."),
  BREAKS_A_RULE(
      "The stored parameters break a rule that was added since they were stored; nothing was sent."
          + " Ask again."),
  TRIED_TOO_OFTEN("It was tried {attempts} times; ask again later."),
  APPROVAL_ENDED("Its approval ended at {at} before it ran; ask again."),
  NEEDED_PART_MISSING("It was not begun, because it needs part {part}, which does not exist."),
  NEEDED_PART_UNCERTAIN(
      "It was not begun, because it needs part {part}, of which nobody knows yet what became of it."),
  NEEDED_PART_UNUSABLE(
      "It was not begun, because it needs part {part}, which is {status} and cannot be used."),

  NOT_THERE(
      "There is no {thing} in this account; look at the name, or ask for {thing} first. Nothing was"
          + " sent."),
  ELSEWHERE("The {thing} is in {region}; ask again with --region {region}. Nothing was sent."),
  NEVER_USABLE("The {thing} is {status} and cannot be used. Nothing was sent."),
  NOT_YET_USABLE("The {thing} is {status}; this goes on by itself once it can be used."),

  REFUSED_BY_CLOUD("Tencent Cloud refused it ({code}): {message} {advice}"),
  REFUSED_BY_FUNCTION("The function refused the call ({code}): {message} Tell whoever runs Berth."),
  REFUSED_BY_FUNCTION_FOR_CONTENT(
      "It was refused ({code}): {message} Look at what it names, and at the region, and ask again."),
  NOT_REACHED("The function could not be reached: {why}."),
  NO_ANSWER("No usable answer: {why}."),
  NO_ANSWER_STORED("No answer was stored before the lease ended."),
  WITHOUT_ITS_VALUE("{id} came without its value."),
  FOUND_AGAIN("Found again and adopted."),
  CREATED("Created."),
  ATTEMPTS_USED_UP_BY_NAME(
      "Tencent Cloud gave no usable answer in {attempts} {attempts|attempt|attempts}, and no {noun}"
          + " of this name exists. Ask again."),
  ATTEMPTS_USED_UP(
      "Tencent Cloud gave no usable answer in {attempts} {attempts|attempt|attempts}. Ask again."),
  NAME_TAKEN(
      "The name of the {title} is taken (NAME_TAKEN): it exists and was not made by this request;"
          + " choose another one."),

  OURS_BUT_DIFFERENT(
      "The {title} was made by this request, but it has {difference} now, which is not what was"
          + " approved: look at {id}."),
  UNTAGGED(
      "A {title} appeared while the answer was lost, and without tags it cannot be told whose it"
          + " is: look at {id}."),
  NAME_NOT_LISTED(
      "The name of the {title} exists, but Tencent Cloud does not list it, so that it cannot be"
          + " told whether a lost call made it: look for the name in the console."),
  COULD_NOT_LOOK(
      "The answer was lost, and Tencent Cloud could not be asked whether the {title} exists"
          + " ({why}): look for its name in the console."),
  MADE_AGAINST_POLICY(
      "It was made ({id}) before this stood in its way: {sentence} Decide whether it stays.");

  private final String english;

  ExecutionPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
