// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mapping gives for each kind of value that it is asked for, and says about another. */
class YamlMappingTest {
  private final Mistakes mistakes = new Mistakes();

  @Test
  void readsEachKindOfValue() {
    YamlMapping map = typed("text: a\nnumber: 30\nflag: true\nmap: {inner: b}\n");

    assertThat(map.text("text")).contains("a");
    assertThat(map.wholeNumber("number", new Bounds(1, 30, "seconds"))).contains(30);
    assertThat(map.flag("flag")).contains(true);
    assertThat(map.mapping("map", "the map").orElseThrow().text("inner")).contains("b");
    assertThat(map.text("absent")).isEmpty();
    assertThat(mistakes.isEmpty()).isTrue();
  }

  @Test
  void wantsEachValueOfItsKindWhereKindsCount() {
    YamlMapping map = typed("a: 30\nb: \"30\"\nc: \"true\"\nd:\ne: [1]\nf: 1\n");
    map.text("a");
    map.wholeNumber("b", new Bounds(1, 9, ""));
    map.flag("c");
    map.text("d");
    map.text("e");
    map.mapping("f", "the f");

    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(1, "a must be text; put quotes around it: \"30\""),
            new Mistake(2, "b '30' is not a whole number from 1 to 9"),
            new Mistake(3, "c must be true or false, not 'true'"),
            new Mistake(4, "d is empty; give it a value or leave it out"),
            new Mistake(5, "e must be text, not a list or a mapping"),
            new Mistake(6, "the f must be a mapping: keys with values, indented below it"));
  }

  @Test
  void takesWhatSaysNothingForAbsentWhereKindsDoNotCount() {
    YamlMapping map = untyped("a:\nb: ~\nc: 30\n", Map.of());

    assertThat(map.text("a", "otherwise")).isEqualTo("otherwise");
    assertThat(map.wholeNumber("b", new Bounds(1, 9, ""))).isEmpty();
    assertThat(map.text("c")).contains("30");
    assertThat(map.isGiven("a")).isFalse();
    assertThat(mistakes.isEmpty()).isTrue();
  }

  @Test
  void holdsATimeToItsForm() {
    YamlMapping map = untyped("a: 20s\nb: 1 day\nc: 2h\n", Map.of());
    Duration most = Duration.ofHours(1);

    assertThat(map.duration("a", Duration.ZERO, most)).contains(Duration.ofSeconds(20));
    map.duration("b", Duration.ZERO, most);
    map.duration("c", Duration.ZERO, most);
    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(2, "b '1 day' is not a time; write it like 500ms, 20s, 15m or 24h"),
            new Mistake(3, "c '2h' is not within 0h to 1h"));
  }

  @Test
  void readsListsAndTakesOneValueForAListOfIt() {
    YamlMapping map = untyped("a: [x, 7777]\nb: x\nc: [{}, z]\n", Map.of());

    assertThat(map.words("a", List.of("x", "other"))).containsExactly("x", "7777");
    assertThat(map.texts("b")).containsExactly(new YamlText("x", "x"));
    map.texts("c");
    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(1, "a '7777' is not known; there are x, other"),
            new Mistake(3, "c must be text, not a list or a mapping"));
  }

  @Test
  void namesTheMappingsOfAListByTheirPlace() {
    YamlMapping map = untyped("list:\n- {a: 1}\n- 2\n", Map.of());

    assertThat(map.sections("list"))
        .singleElement()
        .extracting(YamlMapping::name)
        .isEqualTo("list[0]");
    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(3, "list[1] must be a mapping: keys with values, indented below it"));
  }

  @Test
  void saysNoMoreAboutASectionThatIsNone() {
    YamlMapping section = untyped("a: 1\n", Map.of()).section("a");
    section.requiredText("b");

    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(1, "a must be a mapping: keys with values, indented below it"));
  }

  @Test
  void namesWhatIsMissingAndWhatIsNotKnown() {
    YamlMapping map = typed("colour: red\nsize: 1\n");
    map.allowOnly(List.of("color"), Map.of("size", "sizes are gone"));
    map.require("color", "write color: red");

    assertThat(mistakes.sorted())
        .containsExactlyInAnyOrder(
            new Mistake(1, "unknown key 'colour' in the top; did you mean color?"),
            new Mistake(2, "sizes are gone"),
            new Mistake(1, "color is missing in the top; write color: red"));
  }

  @Test
  void takesFromDefaultsWhatSaysNothingItself() {
    YamlMapping map = typed("own: {a: 1, b: 0, c: \"\"}\nshared: {a: 2, b: 2, c: x, d: y}\n");
    YamlMapping merged =
        map.section("own").withDefaults(map.section("shared").only(List.of("a", "b", "c")));

    Bounds any = new Bounds(0, 9, "");
    assertThat(merged.wholeNumber("a", any)).contains(1);
    assertThat(merged.wholeNumber("b", any)).contains(2);
    assertThat(merged.text("c")).contains("x");
    assertThat(merged.has("d")).isFalse();
  }

  @Test
  void letsNoKeyActOnATerminal() {
    untyped("\"\\e[31m\": [{}]\n", Map.of()).texts("\u001b[31m");

    assertThat(mistakes.sorted())
        .containsExactly(new Mistake(1, "U+001B[31m must be text, not a list or a mapping"));
  }

  @Test
  void putsVariablesInAndNeverShowsThem() {
    YamlMapping map =
        untyped("{text: ${A}, number: ${A}, time: ${A}, words: [${A}]}", Map.of("A", "hunter2"));

    assertThat(map.text("text")).contains("hunter2");
    map.wholeNumber("number", new Bounds(1, 9, ""));
    map.duration("time", Duration.ZERO, Duration.ZERO);
    map.words("words", List.of("x"));
    assertThat(map.shown("text")).isEqualTo("'${A}'");
    assertThat(map.texts("text")).asString().isEqualTo("[${A}]");
    assertThat(mistakes.sorted())
        .extracting(Mistake::sentence)
        .containsExactly(
            "number '${A}' is not a whole number from 1 to 9",
            "time '${A}' is not a time; write it like 500ms, 20s, 15m or 24h",
            "words '${A}' is not known; there is x");
  }

  @Test
  void putsNothingInForWhatOnlyLooksLikeAReference() {
    YamlMapping map = untyped("a: \"$\\uE000A\"\nb: $A {A}\n", Map.of("A", "hunter2"));

    assertThat(map.text("a")).contains("$\uE000A");
    assertThat(map.text("b")).contains("$A {A}");
  }

  @Test
  void takesASecretByReferenceOnly() {
    YamlMapping map = untyped("{a: ${A}, b: hunter2, c: ${B}, d: [${A}, ${A}]}", Map.of("A", "s"));

    assertThat(map.secret("a")).isEqualTo(Secret.of("s"));
    assertThat(map.secrets("d")).hasSize(2);
    map.secret("b");
    map.secret("c");
    map.secret("e");
    assertThat(mistakes.sorted())
        .extracting(Mistake::sentence)
        .containsExactly(
            "b is a secret and must not stand in the file; use ${NAME}, or file:PATH to a file"
                + " with chmod 600",
            "c needs the environment variable B, which is not set",
            "e is missing; give it as ${NAME}, or file:PATH to a file with chmod 600");
  }

  @Test
  void showsTheNameOfASecretsFileAsItIsWritten() {
    untyped("{a: \"file:${A}/x\"}", Map.of("A", "/hunter2")).secret("a");

    assertThat(mistakes.sorted())
        .containsExactly(
            new Mistake(1, "a names the file ${A}/x, which is not there, or is not a small file"));
  }

  private YamlMapping typed(String yaml) {
    return new YamlReader(new PlainDialect(true), Interpolation.NONE, mistakes)
        .read(yaml.getBytes(UTF_8))
        .orElseThrow();
  }

  private YamlMapping untyped(String yaml, Map<String, String> environment) {
    EnvironmentValues values = new EnvironmentValues(environment, Path.of("."));
    return new YamlReader(new PlainDialect(false), values, mistakes)
        .read(yaml.getBytes(UTF_8))
        .orElseThrow();
  }
}
