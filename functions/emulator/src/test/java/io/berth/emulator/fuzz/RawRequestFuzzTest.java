// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.berth.emulator.Raw;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes on the emulator's socket: never a 500, never a stack trace, and a refusal changes
 * nothing. Some seeds are rightly signed (host without its port, the time at which the emulator
 * stands still).
 */
@Tag("fuzz")
class RawRequestFuzzTest {
  @TempDir static Path folder;
  private static FuzzedCloud fuzzed;

  @BeforeAll
  static void start() {
    fuzzed = new FuzzedCloud(folder);
  }

  @AfterAll
  static void stop() {
    fuzzed.close();
  }

  @FuzzTest(maxDuration = "5m")
  void answersPlainly(byte[] request) {
    String answer = Raw.bytes(fuzzed.forOneInput().uri(), request);

    fuzzed.check(new String(request, StandardCharsets.ISO_8859_1), answer);
  }
}
