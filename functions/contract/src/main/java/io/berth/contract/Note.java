// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.text.SentenceTemplate;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something about a request that keeps every rule and is worth showing all the same.
 *
 * @param field the API's own name with its path
 * @param arguments what stands in the places of the remark's sentence
 */
public record Note(String field, Remark remark, Map<String, String> arguments) {
  public Note {
    arguments = Map.copyOf(arguments);
  }

  /** What there is to say, in English. */
  public enum Remark {
    DESCRIPTION_IS_CUT(
        "{@} is cut to {left} of its {length:character}, because Berth's mark needs 32 of 128."),
    NETWORK("{@} {given} stands for the network {network}.");

    private final String text;

    Remark(String text) {
      this.text = text;
    }
  }

  /** For people who know the API. */
  public String sentence() {
    return sentence(UnaryOperator.identity());
  }

  /**
   * The same for people who know the fields by other names.
   *
   * @param label the name of a field's path
   */
  public String sentence(UnaryOperator<String> label) {
    return SentenceTemplate.fill(remark.text, field, arguments, label);
  }
}
