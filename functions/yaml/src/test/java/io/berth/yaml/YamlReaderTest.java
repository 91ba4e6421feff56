// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
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
  void letsNoKeyThatIsGivenTwiceActOnATerminal() {
    assertThat(mistakes("\"\\e[31m\": 1\n\"\\e[31m\": 2\n"))
        .containsExactly(
            new Mistake(2, "key 'U+001B[31m' is given twice, first on line 1; remove one"));
  }

  @Test
  void refusesAnAliasBombWithItsLine() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x]\n");
    for (char name = 'b'; name < 'k'; name++) {
      String previous = "*" + (char) (name - 1);
      bomb.append(name).append(": &").append(name).append(" [");
      bomb.append(String.join(", ", java.util.Collections.nCopies(9, previous))).append("]\n");
    }

    assertThat(mistakes(bomb.toString())).containsExactly(new Mistake(4, "81 aliases of 20"));
  }

  @Test
  void endsOnAnAliasToItself() {
    assertThat(mistakes("a: &a\n  b: *a\n")).isEmpty();
  }

  @Test
  void refusesASecondDocument() {
    assertThat(mistakes("a: 1\n---\nb: 2\n")).containsExactly(new Mistake(2, "a second document"));
  }

  @Test
  void takesAnEmptyFileForAMappingWithoutKeys() {
    Mistakes mistakes = new Mistakes();

    Optional<YamlMapping> mapping = reader(mistakes).read("# nothing\n".getBytes(UTF_8));

    assertThat(mapping.orElseThrow().keys()).isEmpty();
    assertThat(mistakes.isEmpty()).isTrue();
  }

  @Test
  void refusesAListAtTheTop() {
    assertThat(mistakes("- a\n"))
        .containsExactly(
            new Mistake(1, "the top must be a mapping: keys with values, indented below it"));
  }

  @Test
  void refusesAKeyThatIsAList() {
    assertThat(mistakes("? [a]\n: b\n"))
        .containsExactly(new Mistake(1, "a key must be plain text, not a list or a mapping"));
  }

  @Test
  void saysWhenThereIsNoFileOrNoneThatCanBeRead(@TempDir Path folder) {
    Mistakes mistakes = new Mistakes();
    reader(mistakes).read(folder.resolve("none.yaml"));
    reader(mistakes).read(folder);

    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(0, "there is no such file"),
            new Mistake(
                0, "the file cannot be read; is it a file, and are you allowed to read it?"));
  }

  @Test
  void refusesAControlCharacter() {
    assertThat(mistakes("a: 1\nb: \u0007\n"))
        .containsExactly(new Mistake(2, "the character U+0007 is not allowed in YAML; remove it"));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    Mistakes mistakes = new Mistakes();

    assertThat(reader(mistakes).read(new byte[] {'a', ':', ' ', (byte) 0xe9})).isEmpty();
    assertThat(mistakes.sorted())
        .containsExactly(new Mistake(0, "the file is not valid UTF-8; save it as UTF-8"));
  }

  @Test
  void refusesMoreThanAMegabyte() {
    assertThat(mistakes("#".repeat(YamlReader.MOST_BYTES + 1)))
        .containsExactly(new Mistake(0, "too large"));
  }

  @Test
  void refusesDeepNestingInKeysWithoutOverflowingTheStack() {
    assertThat(mistakes("? ".repeat(50_000) + "a"))
        .containsExactly(new Mistake(1, "deeper than 20"));
  }

  @Test
  void refusesDeepNestingWithoutOverflowingTheStack() {
    assertThat(mistakes("[".repeat(100_000))).containsExactly(new Mistake(1, "deeper than 20"));
  }

  @Test
  void endsInSentencesHoweverTheFileIsCut() {
    String whole =
        """
        a: &a {b: "\\e[1m${C}", d: [1, 2.5, ~, true]}
        ? [e]
        : *a
        <<: *a
        f: |
          g: ${H
        i: !!x {j: 'k'} # l
        --- %YAML
        """;
    for (int from = 0; from < whole.length(); from++) {
      for (int to = from; to <= whole.length(); to++) {
        Mistakes mistakes = new Mistakes();
        EnvironmentValues values = new EnvironmentValues(Map.of("C", "hunter2"), Path.of("."));
        new YamlReader(new PlainDialect(false), values, mistakes)
            .read(whole.substring(from, to).getBytes(UTF_8));
        assertThat(mistakes.sorted())
            .extracting(Mistake::sentence)
            .allMatch(sentence -> sentence.chars().allMatch(c -> c >= ' '))
            .noneMatch(sentence -> sentence.contains("Exception") || sentence.contains("hunter2"));
      }
    }
  }

  private static List<Mistake> mistakes(String yaml) {
    Mistakes mistakes = new Mistakes();
    reader(mistakes).read(yaml.getBytes(UTF_8));
    return mistakes.sorted();
  }

  private static YamlReader reader(Mistakes mistakes) {
    return new YamlReader(new PlainDialect(true), Interpolation.NONE, mistakes);
  }
}
