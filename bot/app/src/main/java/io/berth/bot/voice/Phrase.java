// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.voice;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of the catalogue. Its English is a template: <code>{name}</code> stands for an
 * argument, <code>{count|approval|approvals}</code> for the first word when that argument is 1,
 * else the second.
 */
public interface Phrase {
  /** The template. */
  String english();

  /**
   * The phrase with its arguments.
   *
   * @param namesAndValues names and values in turn
   * @throws IllegalArgumentException when a place of the template has no value, or a value no place
   */
  default Sentence with(Object... namesAndValues) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Sentence(this, arguments);
  }

  /** The text at once, where it is read by somebody right away. */
  default String text(Object... namesAndValues) {
    return with(namesAndValues).text();
  }
}
