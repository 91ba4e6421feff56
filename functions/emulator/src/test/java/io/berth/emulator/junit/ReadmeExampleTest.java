// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's example is a test that runs, without its package. */
class ReadmeExampleTest {
  private static final String BEGIN = "<!-- example: a test compares -->\n```java\n";

  @Test
  void isATestThatRuns() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf(BEGIN) + BEGIN.length();
    String shown = readme.substring(from, readme.indexOf("```", from));
    String source =
        Files.readString(
            Path.of("src/test/java/io/berth/emulator/example/CreateRegistryTest.java"));

    assertThat(readme).contains(BEGIN);
    assertThat(shown).isEqualTo(source.substring(source.indexOf("import ")));
  }
}
