// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTextTest {
  @Test
  void acceptsWindowsLineEnds() {
    assertThat(mistakes("a: 1\r\nb:\r\n  c: 2\r\n")).isEmpty();
  }

  @Test
  void acceptsAByteOrderMark() {
    assertThat(mistakes("\ufeffa: 1\n")).isEmpty();
  }

  @Test
  void namesTheLineOfATabInTheIndentation() {
    assertThat(mistakes("a:\n  b: 1\n\tc: 2\n"))
        .containsExactly(
            new Mistake(
                3, "a tab in the indentation; YAML allows spaces only, so replace it by spaces"));
  }

  @Test
  void namesTheLineOfABrokenText() {
    assertThat(mistakes("a: 1\nb: [1, 2\nc: 3\n"))
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.line()).isBetween(2, 4);
              assertThat(mistake.sentence())
                  .startsWith("not YAML: ")
                  .contains("column")
                  .doesNotContain("\n");
            });
  }

  @Test
  void namesBothLinesOfAKeyGivenTwiceAtAnyDepth() {
    assertThat(mistakes("a:\n  - b: 1\n    b: 2\n"))
        .containsExactly(new Mistake(3, "key 'b' is given twice, first on line 2; remove one"));
  }

  @Test
  void refusesAnAliasBombWithItsLine() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x]\n");
    for (char name = 'b'; name < 'k'; name++) {
      String previous = "*" + (char) (name - 1);
      bomb.append(name).append(": &").append(name).append(" [");
      bomb.append(String.join(", ", java.util.Collections.nCopies(9, previous))).append("]\n");
    }

    assertThat(mistakes(bomb.toString()))
        .containsExactly(
            new Mistake(
                4,
                "more than 20 aliases (*name); write the values out, or put shared ones into"
                    + " Globals.Function"));
  }

  @Test
  void endsOnAnAliasToItself() {
    assertThat(mistakes("a: &a\n  b: *a\n")).isEmpty();
  }

  @Test
  void refusesASecondDocument() {
    assertThat(mistakes("a: 1\n---\nb: 2\n"))
        .containsExactly(
            new Mistake(
                2, "a second document begins here; a template is one document, so remove ---"));
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(mistakes("# nothing\n"))
        .containsExactly(
            new Mistake(
                1, "the file is empty; it needs Resources with a namespace and its functions"));
  }

  @Test
  void refusesAControlCharacter() {
    assertThat(mistakes("a: 1\nb: \u0007\n"))
        .containsExactly(new Mistake(2, "the character U+0007 is not allowed in YAML; remove it"));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    Mistakes mistakes = new Mistakes();

    assertThat(YamlText.read(new byte[] {'a', ':', ' ', (byte) 0xe9}, mistakes)).isEmpty();
    assertThat(mistakes.sorted())
        .containsExactly(new Mistake(0, "the file is not valid UTF-8; save it as UTF-8"));
  }

  @Test
  void refusesMoreThanAMegabyte() {
    assertThat(mistakes("#".repeat(YamlText.MAX_BYTES + 1)))
        .containsExactly(
            new Mistake(0, "the file is larger than 1 MB; a template is a few hundred lines"));
  }

  @Test
  void refusesDeepNestingWithoutOverflowingTheStack() {
    assertThat(mistakes("[".repeat(100_000)))
        .containsExactly(new Mistake(1, "nested deeper than 20 levels; a template needs eight"));
  }

  private static List<Mistake> mistakes(String yaml) {
    Mistakes mistakes = new Mistakes();
    YamlText.read(yaml.getBytes(UTF_8), mistakes);
    return mistakes.sorted();
  }
}
