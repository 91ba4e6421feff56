// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.SentenceTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of sentences as a whole. */
class RequestRuleTest {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(:[a-z]+)?}");

  @ParameterizedTest
  @EnumSource(value = RequestRule.class, mode = EnumSource.Mode.EXCLUDE, names = "JSON")
  void everySentenceCanBeFilledAndEnds(RequestRule rule) {
    Map<String, String> arguments = new HashMap<>();
    Matcher places = PLACE.matcher(rule.text());
    while (places.find()) {
      arguments.put(places.group(1), "7");
    }
    String sentence =
        SentenceTemplate.fill(rule.text(), "A.Field", arguments, UnaryOperator.identity());
    assertThat(sentence).matches("[A-Z][^{}\\[\\]]*[.?]");
  }
}
