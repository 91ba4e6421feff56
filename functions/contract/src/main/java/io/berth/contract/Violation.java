// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.text.SentenceTemplate;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One rule that a request breaks.
 *
 * @param field the API's own name with its path, e.g. {@code RegistryChargePrepaid.Period}
 * @param code the error code that the API documents for it
 * @param arguments what stands in the places of the rule's sentence
 */
public record Violation(
    String field, RequestRule rule, String code, Map<String, String> arguments) {
  public Violation {
    arguments = Map.copyOf(arguments);
  }

  /** For people who know the API: the field, the rule and the way out. */
  public String sentence() {
    return sentence(UnaryOperator.identity());
  }

  /**
   * The same for people who know the fields by other names.
   *
   * @param label the name of a field's path
   */
  public String sentence(UnaryOperator<String> label) {
    return SentenceTemplate.fill(rule.text(), field, arguments, label);
  }
}
