// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the README says at its top that people see is what they see. */
class ReadmeTranscriptTest {
  @RegisterExtension static final RunningLocal BERTH = new RunningLocal();

  private static final int COLUMN = 7;

  private final Chat chat = BERTH.chat();

  /** One message of the transcript, or what a person does. */
  private record Turn(String who, List<String> lines) {}

  /** The first block of the README; who speaks stands in the first seven columns. */
  private static List<Turn> transcript() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    List<Turn> turns = new ArrayList<>();
    for (String line : readme.split("```\n")[1].split("\n")) {
      String padded = line + " ".repeat(COLUMN);
      String who = padded.substring(0, COLUMN).strip();
      String said = padded.substring(COLUMN).replaceAll(" {3,}\\(.*\\) *$", "").strip();
      if (who.isEmpty() && !said.isEmpty()) {
        turns.get(turns.size() - 1).lines().add(said);
      } else if (!said.isEmpty() && !line.matches("[#@]\\S+")) {
        turns.add(new Turn(who, new ArrayList<>(List.of(said))));
      }
    }
    return turns;
  }

  @Test
  void theTranscriptIsWhatIsPrintedLineByLine() throws IOException {
    List<Turn> turns = transcript();
    assertThat(turns)
        .extracting(Turn::who)
        .containsExactly("alice", "Berth", "Berth", "bob", "Berth");
    String typed = turns.get(0).lines().get(0);
    assertThat(typed).startsWith("/tcr ");
    assertThat(turns.get(3).lines()).containsExactly("clicks Approve");

    String answer = chat.type("alice", typed.substring("/tcr ".length()));
    Map<String, Object> receipt =
        Http.objects(Json.readObject(answer.getBytes(UTF_8)).get("saw")).get(0);
    compare(turns.get(1), String.valueOf(receipt.get("text")).lines());

    Map<String, Object> card = chat.awaitMessage("bob", "#approvals", "\"approve\"");
    compare(turns.get(2), shown(card));
    chat.click("bob", "#approvals", card, "approve");
    compare(turns.get(4), shown(chat.awaitMessage("alice", "@berth", "Running")));
  }

  /** A line of "…" alone stands for one or more lines; within a line it stands for some text. */
  private static void compare(Turn turn, Stream<String> printed) {
    String pattern =
        turn.lines().stream()
            .map(ReadmeTranscriptTest::withoutIds)
            .map(line -> line.equals("…") ? "(?s:.+)" : quoted(line))
            .collect(Collectors.joining("\n"));
    String real = printed.map(ReadmeTranscriptTest::plain).collect(Collectors.joining("\n"));
    assertThat(real).matches(pattern);
  }

  private static String quoted(String line) {
    return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
  }

  private static String plain(String line) {
    String names =
        line.replace("<@U0ALICE>", "@alice")
            .replace("<@U0BOB>", "@bob")
            .replace("<@U0CAROL>", "@carol");
    return withoutIds(names.replace("*", "").replace("`", ""));
  }

  private static String withoutIds(String line) {
    return line.replaceAll("tcr-[a-z0-9]{8}\\b", "tcr-ID")
        .replaceAll("\\b01[0-9A-HJKMNP-TV-Z]{6}(…|[0-9A-HJKMNP-TV-Z]{18}\\b)", "REQUEST-ID");
  }

  /** What a person reads of a message's blocks, a line each; a row of buttons is one line. */
  private static Stream<String> shown(Map<String, Object> message) {
    return Http.objects(message.get("blocks")).stream().flatMap(ReadmeTranscriptTest::lines);
  }

  private static Stream<String> lines(Map<String, Object> block) {
    if (block.get("type").equals("actions")) {
      return Stream.of(
          Http.objects(block.get("elements")).stream()
              .map(button -> "[ " + text(button.get("text")) + " ]")
              .collect(Collectors.joining(" ")));
    }
    Stream<Object> texts =
        Stream.of(
                Stream.ofNullable(block.get("text")),
                Http.objects(block.get("fields")).stream(),
                Http.objects(block.get("elements")).stream())
            .flatMap(some -> some);
    return texts.flatMap(text -> text(text).lines());
  }

  private static String text(Object object) {
    return String.valueOf(((Map<?, ?>) object).get("text"));
  }
}
