// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What a caller of the webhook is told beside what everybody is told. */
public enum WebhookPhrase implements Phrase {
  NOTHING_HERE("There is nothing here; use {path}."),
  USE_METHOD("Use {method} here."),
  BODY_TOO_LARGE("The body may have at most 64 KB."),
  NO_PLAIN_JSON("Send Content-Type: application/json in UTF-8, without Content-Encoding."),
  NOT_ACCEPTED("The call's signature was not accepted."),
  OTHER_BODY("This webhook-id was used with another body; use a new id for a new request."),
  NO_SUCH_REQUEST("You have made no request of this id; look at the id."),
  PARAMETERS_MISSING(
      "parameters is missing or not an object; give the API's own fields and Region."),
  UNKNOWN_FUNCTION("function must be one of {functions}."),
  UNKNOWN_FIELD("The field {field} is unknown{hint}"),
  FIELDS_ARE("; the fields are {fields}."),
  NO_TEXT("{field} must be a text of 1 to {most} characters, or left out.");

  private final String english;

  WebhookPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
