// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableTextTest {
  private final List<String> mistakes = new ArrayList<>();

  @Test
  void keepsTextWithoutReferences() {
    assertThat(parse("a $HOME {b} $$").resolve(Map.of("HOME", "x"))).isEqualTo("a $HOME {b} $$");
  }

  @Test
  void replacesReferencesInsideText() {
    assertThat(parse("<${A}-${B}>").resolve(Map.of("A", "1", "B", "${A}"))).isEqualTo("<1-${A}>");
  }

  @Test
  void takesTheDefaultForWhatIsUnsetOrEmpty() {
    VariableText text = parse("${A:-x:-y}");

    assertThat(text.resolve(Map.of())).isEqualTo("x:-y");
    assertThat(text.resolve(Map.of("A", ""))).isEqualTo("x:-y");
    assertThat(text.resolve(Map.of("A", "z"))).isEqualTo("z");
    assertThat(text.missing(Map.of())).isEmpty();
  }

  @Test
  void namesWhatIsMissingOnce() {
    assertThat(parse("${A}${B}${A}").missing(Map.of("B", "1"))).containsExactly("A");
    assertThat(parse("${A}").missing(Map.of("A", ""))).containsExactly("A");
  }

  @Test
  void refusesAReferenceInsideADefault() {
    parse("${A:-${B}}");

    assertThat(mistakes)
        .containsExactly("a default must be plain text, without a reference of its own");
  }

  private VariableText parse(String value) {
    return VariableText.parse(value, mistakes::add);
  }
}
