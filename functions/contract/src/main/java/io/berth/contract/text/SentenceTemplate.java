// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A sentence with places for what differs. A scanner of its own, because formatters and patterns
 * cost a cold start more than everything else in a refusal.
 *
 * <ul>
 *   <li>{@code {name}} is the argument of that name;
 *   <li>{@code {name:word}} is a number with its word, {@code 1 character} or {@code 2 characters};
 *   <li>{@code {@}} is the field that the sentence is about, {@code {@Other}} another one, as its
 *       reader knows them;
 *   <li>{@code [...]} is left out when an argument in it is not there.
 * </ul>
 */
public final class SentenceTemplate {
  private final String field;
  private final Map<String, String> arguments;
  private final UnaryOperator<String> label;

  private SentenceTemplate(
      String field, Map<String, String> arguments, UnaryOperator<String> label) {
    this.field = field;
    this.arguments = arguments;
    this.label = label;
  }

  /**
   * Fills a sentence.
   *
   * @param field the path of the field that it is about
   * @param label gives a field's path the name that the reader knows it by
   * @throws IllegalArgumentException when an argument is not there outside of brackets
   */
  public static String fill(
      String text, String field, Map<String, String> arguments, UnaryOperator<String> label) {
    return new SentenceTemplate(field, arguments, label).fill(text);
  }

  /** Fills a sentence that is not about a field. */
  public static String fill(String text, Map<String, String> arguments) {
    return fill(text, "", arguments, UnaryOperator.identity());
  }

  private String fill(String text) {
    StringBuilder filled = new StringBuilder(text.length() + 64);
    int at = 0;
    while (at < text.length()) {
      int end =
          switch (text.charAt(at)) {
            case '{' -> text.indexOf('}', at);
            case '[' -> text.indexOf(']', at);
            default -> at;
          };
      filled.append(
          end == at
              ? text.substring(at, at + 1)
              : part(text.charAt(at), text.substring(at + 1, end)));
      at = end + 1;
    }
    return filled.toString();
  }

  private String part(char bracket, String inside) {
    if (bracket == '{') {
      return place(inside);
    }
    return isComplete(inside) ? fill(inside) : "";
  }

  private String place(String place) {
    if (place.startsWith("@")) {
      return label.apply(place.length() == 1 ? field : place.substring(1));
    }
    int colon = place.indexOf(':');
    if (colon < 0) {
      return argument(place);
    }
    String number = argument(place.substring(0, colon));
    String word = place.substring(colon + 1);
    return number + " " + (number.equals("1") ? word : word + "s");
  }

  private String argument(String name) {
    String argument = arguments.get(name);
    if (argument == null) {
      throw new IllegalArgumentException("the sentence needs " + name);
    }
    return argument;
  }

  private boolean isComplete(String part) {
    int open = part.indexOf('{');
    String name = part.substring(open + 1, part.indexOf('}', open));
    return arguments.containsKey(name);
  }
}
