// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

/** What is said to somebody whose text cannot be carried out as it is, and the help. */
public enum CommandPhrase implements Phrase {
  TEXT_TOO_LONG("Text is too long ({length} > {most}); shorten it to {most} characters."),
  QUOTE_NOT_CLOSED("Quote opened at column {column} is not closed; close it or remove it."),
  ESCAPE_AT_END("Escape at end of text: nothing follows the last backslash; remove it."),
  UNKNOWN_SUBCOMMAND("Unknown subcommand {word}{hint}"),
  UNKNOWN_KIND("Unknown kind {word}{hint}"),
  UNKNOWN_OPTION("Unknown option {option}{hint}"),
  NO_HELP_ON("No help on {topic}{hint}"),
  DID_YOU_MEAN(". Did you mean '{word}'?"),
  USE_ONE_OF("; use {words}."),
  HELP_IS_ON("; there is help on {topics}."),
  BELONGS_TO("; it belongs to create {kind}."),
  TAKES_NO_OPTIONS("; {what} takes no options."),
  TAKES("; {what} takes {options}."),
  UNEXPECTED("Unexpected {word} at column {column}; write {usage}."),
  UNEXPECTED_WORD(
      "Unexpected {word} at column {column}; options are written {example} VALUE, and values"
          + " with spaces in quotes."),
  UNEXPECTED_BARE_WORD(
      "Unexpected {word} at column {column}; create {kind} takes only options, e.g. --description"
          + " web."),
  WHICH_REQUEST("Which request? {usage}"),
  CREATE_WHAT("Create what? Write {slash} create {choices}."),
  EXPLAIN_WHAT("Explain what? Write {slash} explain create registry NAME --type standard."),
  GIVEN_TWICE("{option} given twice; say it once."),
  EXCLUDE("{option} and {other} exclude each other; give one of them."),
  GOES_ONLY_WITH("{option} goes only with {beside}; add that or leave {option} out."),
  NEEDS("{beside} needs {option}; add {usage}."),
  IS_EMPTY("{option} is empty; write {example}."),
  NEEDS_A_VALUE("{option} needs a value; write {example}."),
  WITHOUT_QUOTES("it without quotes"),
  INVISIBLE("{option} contains the invisible character {character}; type it again without it."),
  MENTION("{option} cannot be a mention (you picked {mention}); write it as plain text."),
  NAME_IS_A_MENTION(
      "{option} is a mention; names cannot be mentions (you picked {mention}); write it as plain"
          + " text."),
  TOO_LONG("{option} has {length} characters, longer than {most}; shorten it."),
  ON_OR_OFF("{option} is on or off; write {usage}, or leave it out."),
  NOT_ONE_OF("{option} {value} is not one of {words}{hint}"),
  READ_AS("{option} {value} was read as {word}."),
  NOT_A_NUMBER(
      "{option} {value} is not a whole number; write it with the digits 0 to 9, e.g. {option} 12."),
  TOO_MANY_DIGITS(
      "{option} {value} has too many digits; write it with the digits 0 to 9, e.g. {option} 12."),
  BELOW("{option} {value} is below {least}; give {least} to {most}."),
  ABOVE("{option} {value} is above {most}; {way}."),
  GIVE_RANGE("give {least} to {most}"),
  EXISTING_NEEDED("{option} is missing; give the name or id of a {kind}, like payments."),
  NOT_A_PAIR("{option} {value} must be key=value, e.g. --tag env=prod."),

  HELP_INTRODUCTION("Ask for {things} on Tencent Cloud. Examples:"),
  HELP_COMMANDS("Commands:"),
  HELP_OPTIONS("Options are written --type standard, --type=standard or type=standard."),
  HELP_MORE("All options: {topics}"),
  HELP_LINE("{slash} {usage}: {summary}"),
  HELP_FORM("{slash} create {kind} [options]"),
  HELP_OPTION("  {usage}: {help}");

  private final String english;

  CommandPhrase(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
