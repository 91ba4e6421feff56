// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.json.JsonTrees;
import io.berth.standin.workspace.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of Slack's Block Kit reference: the largest value passes, one more is refused. */
class BlockKitTest {
  static Stream<Arguments> limits() {
    return Stream.of(
        limit("header", 150, n -> header(n)),
        limit("section text", 3000, n -> section("'text':" + mrkdwn(n))),
        limit("field", 2000, n -> section("'fields':[" + mrkdwn(n) + "]")),
        limit("fields", 10, n -> section("'fields':[" + times(n, mrkdwn(1)) + "]")),
        limit(
            "context elements",
            10,
            n -> "{'type':'context','elements':[" + times(n, mrkdwn(1)) + "]}"),
        limit("actions elements", 25, n -> actions(numbered(n, i -> button("a" + i, "x", "v")))),
        limit("button text", 75, n -> actions(button("a", "x".repeat(n), "v"))),
        limit("button value", 2000, n -> actions(button("a", "x", "v".repeat(n)))),
        limit("action_id", 255, n -> actions(button("a".repeat(n), "x", "v"))),
        limit("block_id", 255, n -> "{'type':'divider','block_id':'" + "b".repeat(n) + "'}"),
        limit("options", 100, n -> actions(select(numbered(n, i -> option("o", "v" + i))))),
        limit("option text", 75, n -> actions(select(option("o".repeat(n), "v")))),
        limit("option value", 150, n -> actions(select(option("o", "v".repeat(n))))),
        limit("confirm title", 100, n -> actions(confirm(n, 1, 1))),
        limit("confirm text", 300, n -> actions(confirm(1, n, 1))),
        limit("confirm button", 30, n -> actions(confirm(1, 1, n))),
        limit("markdown", 12000, n -> "{'type':'markdown','text':'" + "m".repeat(n) + "'}"),
        limit("blocks", 50, n -> times(n, "{'type':'divider'}")));
  }

  @ParameterizedTest(name = "{0} at most {1}")
  @MethodSource("limits")
  void takesTheMostAndRefusesOneMore(String name, int most, Maker maker) {
    assertThatNoException().isThrownBy(() -> BlockKit.messageBlocks(blocks(maker.make(most))));
    assertThatExceptionOfType(SlackError.class)
        .isThrownBy(() -> BlockKit.messageBlocks(blocks(maker.make(most + 1))))
        .withMessage("invalid_blocks")
        .satisfies(error -> assertThat(error.details()).first().asString().contains("/blocks"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void refusesNonsense(String block, String sentence) {
    assertThatExceptionOfType(SlackError.class)
        .isThrownBy(() -> BlockKit.messageBlocks(blocks(block)))
        .satisfies(error -> assertThat(error.details()).contains(sentence));
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(
            "{'type':'hedaer'}", "[ERROR] unsupported type: hedaer [json-pointer:/blocks/0/type]"),
        Arguments.of("7", "[ERROR] unsupported type: (none) [json-pointer:/blocks/0/type]"),
        Arguments.of(
            "{'type':'header','text':" + mrkdwn(1) + "}",
            "[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]"),
        Arguments.of(
            "{'type':'section'}",
            "[ERROR] missing required field: text or fields [json-pointer:/blocks/0]"),
        Arguments.of(
            "{'type':'divider','block_id':'x'},{'type':'divider','block_id':'x'}",
            "[ERROR] `block_id` \"x\" already exists [json-pointer:/blocks]"),
        Arguments.of(
            actions(button("a", "x", "v") + "," + button("a", "y", "w")),
            "[ERROR] `action_id` \"a\" already exists [json-pointer:/blocks/0/elements]"),
        Arguments.of(
            "{'type':'section','text':{'type':'mrkdwn','text':''}}",
            "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]"));
  }

  @Test
  void addsTheIdsThatWereLeftOut() throws SlackError {
    JsonNode made =
        BlockKit.messageBlocks(
            blocks("{'type':'actions','elements':[{'type':'button','text':" + plain(1) + "}]}"));
    assertThat(made.at("/0/block_id").asText()).isEqualTo("b0");
    assertThat(made.at("/0/elements/0/action_id").asText()).isEqualTo("a0");
  }

  @Test
  void refusesAModalWithInputsAndNoSubmit() {
    String input =
        "{'type':'input','label':" + plain(1) + ",'element':{'type':'plain_text_input'}}";
    String view = "{'type':'modal','title':" + plain(24) + ",'blocks':[" + input + "]}";
    assertThatExceptionOfType(SlackError.class)
        .isThrownBy(() -> BlockKit.view(json(view), "modal"))
        .withMessage("invalid_arguments")
        .satisfies(error -> assertThat(error.details().get(0)).contains("/view/submit"));
  }

  @Test
  void refusesALongTitleAndLongPrivateMetadata() {
    String view =
        "{'type':'modal','title':"
            + plain(25)
            + ",'private_metadata':'"
            + "m".repeat(3001)
            + "','blocks':[]}";
    assertThatExceptionOfType(SlackError.class)
        .isThrownBy(() -> BlockKit.view(json(view), "modal"))
        .satisfies(
            error ->
                assertThat(error.details())
                    .containsExactly(
                        "[ERROR] must be less than 3001 characters"
                            + " [json-pointer:/view/private_metadata]",
                        "[ERROR] must be less than 25 characters"
                            + " [json-pointer:/view/title/text]"));
  }

  interface Maker {
    String make(int n);
  }

  private static Arguments limit(String name, int most, Maker maker) {
    return Arguments.of(name, most, maker);
  }

  private static String plain(int n) {
    return "{'type':'plain_text','text':'" + "p".repeat(n) + "'}";
  }

  private static String mrkdwn(int n) {
    return "{'type':'mrkdwn','text':'" + "m".repeat(n) + "'}";
  }

  private static String header(int n) {
    return "{'type':'header','text':" + plain(n) + "}";
  }

  private static String section(String inside) {
    return "{'type':'section'," + inside + "}";
  }

  private static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static String button(String id, String text, String value) {
    return "{'type':'button','action_id':'"
        + id
        + "','value':'"
        + value
        + "','text':{'type':'plain_text','text':'"
        + text
        + "'}}";
  }

  private static String confirm(int title, int text, int yes) {
    return "{'type':'button','text':"
        + plain(1)
        + ",'confirm':{'title':"
        + plain(title)
        + ",'text':"
        + mrkdwn(text)
        + ",'confirm':"
        + plain(yes)
        + "}}";
  }

  private static String select(String options) {
    return "{'type':'static_select','options':[" + options + "]}";
  }

  private static String option(String text, String value) {
    return "{'text':{'type':'plain_text','text':'" + text + "'},'value':'" + value + "'}";
  }

  private static String times(int n, String one) {
    return numbered(n, i -> one);
  }

  private static String numbered(int n, IntFunction<String> one) {
    return IntStream.range(0, n).mapToObj(one).collect(Collectors.joining(","));
  }

  private static JsonNode blocks(String inside) {
    return json("[" + inside + "]");
  }

  private static JsonNode json(String quoted) {
    return JsonTrees.read(quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
