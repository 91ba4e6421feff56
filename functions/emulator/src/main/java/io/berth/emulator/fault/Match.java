// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fault;

import java.util.Optional;

/**
 * Which calls a rule is for; what is empty fits every call.
 *
 * @param name a pattern for one of the call's names: {@code *} stands for any text, {@code ?} for
 *     one character
 */
public record Match(
    Optional<String> action,
    Optional<String> region,
    Optional<String> secretId,
    Optional<String> name) {

  boolean fits(Subject call) {
    return action.map(call.action()::equals).orElse(true)
        && region.map(call.region()::equals).orElse(true)
        && secretId.map(call.secretId()::equals).orElse(true)
        && name.map(pattern -> call.names().stream().anyMatch(text -> fits(pattern, text)))
            .orElse(true);
  }

  // By hand: a regular expression made of many stars could take for ever.
  private static boolean fits(String pattern, String text) {
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int t = 0; t < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }

  private static boolean same(char wanted, char there) {
    return wanted == '?' || wanted == there;
  }
}
