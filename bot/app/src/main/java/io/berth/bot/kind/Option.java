// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One option of a {@code create} form: the one row that the parser, the help, the suggestions and
 * the translation of the validator's sentences all read.
 *
 * @param name without dashes
 * @param placeholder what the help shows for its value; empty for a flag
 * @param path the API's field that it fills, with dots; empty when only Berth uses it
 * @param repeats whether it may be given several times; {@code path} is a list then
 */
public record Option(
    String name, String placeholder, String path, Shape shape, boolean repeats, String help) {
  /** Where it is made. */
  public static final Option REGION =
      word("region", "REGION", "Region", "where, e.g. ap-guangzhou");

  /** For which team; only Berth uses it. */
  public static final Option TEAM = word("team", "TEAM", "", "which of your teams it is for");

  /** Why; only Berth uses it. */
  public static final Option REASON =
      new Option("reason", "\"...\"", "", new Shape.Prose(500), false, "why, for the approvers");

  /** A text that the contract's validator judges. */
  static Option word(String name, String placeholder, String path, String help) {
    return new Option(name, placeholder, path, new Shape.Word(), false, help);
  }

  /** On or off. */
  static Option flag(String name, String path, Object on, String help) {
    return new Option(name, "", path, new Shape.Flag(on), false, help);
  }

  /** One of a few words. */
  static Option choice(String name, String path, String help, Object... wordsAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < wordsAndValues.length; i += 2) {
      values.put((String) wordsAndValues[i], wordsAndValues[i + 1]);
    }
    String placeholder = String.join("|", values.keySet());
    return new Option(name, placeholder, path, new Shape.Choice(values), false, help);
  }

  /** How sentences call it. */
  public String label() {
    return name.equals("name") ? "Name" : "--" + name;
  }

  /** Whether it is on or off and takes no value. */
  public boolean isFlag() {
    return shape instanceof Shape.Flag;
  }

  /** {@code --type basic|standard|premium}, {@code --sync-tag}. */
  public String usage() {
    return isFlag() ? "--" + name : "--" + name + " " + placeholder;
  }
}
