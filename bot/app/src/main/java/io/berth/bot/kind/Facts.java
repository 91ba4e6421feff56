// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.Map;

/**
 * What the rules of the policy can see of something that is asked for, read from its canonical
 * parameters: what is judged is what will run.
 *
 * @param words facts that are compared word by word, e.g. {@code type = standard}
 * @param numbers facts that have a limit, e.g. {@code limit = 10}
 */
public record Facts(Map<String, String> words, Map<String, Long> numbers) {
  public Facts {
    words = Map.copyOf(words);
    numbers = Map.copyOf(numbers);
  }
}
