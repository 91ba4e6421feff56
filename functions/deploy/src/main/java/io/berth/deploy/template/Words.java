// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Suggestion;
import java.util.List;

/** The end of a sentence about a word that is not known. */
public final class Words {
  private Words() {}

  /** {@code "; did you mean X?"} when one is near, else {@code "; there are X, Y"}. */
  public static String wayOut(String given, List<String> known) {
    return Suggestion.closest(given, known)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(
            () -> "; there " + (known.size() == 1 ? "is " : "are ") + String.join(", ", known));
  }
}
