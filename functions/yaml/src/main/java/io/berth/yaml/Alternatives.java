// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Suggestion;
import java.util.Collection;

/** The end of a sentence about a word that is not known. */
public final class Alternatives {
  private Alternatives() {}

  /**
   * {@code "; did you mean X?"} when one of {@code known} is near, else {@code "; there are X, Y"};
   * nothing when there are none.
   */
  public static String of(String given, Collection<String> known) {
    String all = String.join(", ", known);
    return Suggestion.closest(given, known)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(
            () ->
                switch (known.size()) {
                  case 0 -> "";
                  case 1 -> "; there is " + all;
                  default -> "; there are " + all;
                });
  }
}
