// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

/**
 * One option of a {@code create} form: the one row that the parser, the help, the suggestions and
 * the translation of the validator's sentences all read.
 *
 * @param name without dashes
 * @param placeholder what the help shows for its value; empty for a flag
 * @param path the API's field that it fills, with dots; empty when only Berth uses it
 * @param repeats whether it may be given several times; {@code path} is a list then
 */
record Option(
    String name, String placeholder, String path, Shape shape, boolean repeats, String help) {
  /** How sentences call it. */
  String label() {
    return name.equals("name") ? "Name" : "--" + name;
  }

  boolean isFlag() {
    return shape instanceof Shape.Flag;
  }

  /** {@code --type basic|standard|premium}, {@code --sync-tag}. */
  String usage() {
    return isFlag() ? "--" + name : "--" + name + " " + placeholder;
  }
}
