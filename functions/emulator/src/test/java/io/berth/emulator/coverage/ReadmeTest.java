// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's table and the data that the other tests prove are the same. */
class ReadmeTest {
  private static final String BEGIN =
      "<!-- coverage: made from coverage.txt, a test compares -->\n";
  private static final String END = "<!-- end of coverage -->";

  @Test
  void showsWhatTheDataSays() throws IOException {
    Path readme = Path.of("README.md");
    String text = Files.readString(readme);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String expected = ReadmeTable.of(Coverage.entries());
    // Set by whoever changes coverage.txt: writes the table instead of comparing it.
    if (Boolean.getBoolean("berth.readme.write")) {
      Files.writeString(readme, text.substring(0, from) + expected + text.substring(to));
      return;
    }

    assertThat(text.substring(from, to)).isEqualTo(expected);
  }
}
