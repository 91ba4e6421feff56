// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTemplateTest {
  private static String fill(String text, Map<String, String> arguments) {
    return SentenceTemplate.fill(
        text, "A.Field", arguments, field -> "--" + field.toLowerCase(Locale.ROOT));
  }

  @Test
  void putsArgumentsAndFieldsInTheirPlaces() {
    assertThat(
            fill("{@} {given} is below {least}; see {@Other}.", Map.of("given", "0", "least", "1")))
        .isEqualTo("--a.field 0 is below 1; see --other.");
  }

  @Test
  void countsOneAndMany() {
    String text = "{@} has {n:character}.";
    assertThat(fill(text, Map.of("n", "1"))).isEqualTo("--a.field has 1 character.");
    assertThat(fill(text, Map.of("n", "0"))).isEqualTo("--a.field has 0 characters.");
    assertThat(fill(text, Map.of("n", "21"))).isEqualTo("--a.field has 21 characters.");
  }

  @Test
  void leavesOutWhatHasNoArgument() {
    String text = "No[; did you mean {closest}?][; known: {known}.]";
    assertThat(SentenceTemplate.fill("No[; try {closest}].", "", Map.of(), f -> f))
        .isEqualTo("No.");
    assertThat(SentenceTemplate.fill(text, "", Map.of("closest", "x"), f -> f))
        .isEqualTo("No; did you mean x?");
  }

  @Test
  void takesWhatSomebodyTypedAsItIs() {
    assertThat(fill("{given}", Map.of("given", "'{@} [x] {n:y}'"))).isEqualTo("'{@} [x] {n:y}'");
  }

  @Test
  void aForgottenArgumentIsABug() {
    assertThatThrownBy(() -> fill("{given}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the sentence needs given");
  }
}
