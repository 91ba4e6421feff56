// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what a process writes into lines. It never blocks: it takes what is there. So the platform
 * can ask for everything written before a result, and the log is in order.
 */
final class ProcessOutput {
  private static final int LINE_BYTES = 64 * 1024;
  // A process that never stops writing must not hold up its own result.
  private static final int BYTES_AT_ONCE = 1024 * 1024;

  private final InputStream from;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  ProcessOutput(InputStream from, Consumer<String> lines) {
    this.from = from;
    this.lines = lines;
  }

  /** Takes what the process has written so far. */
  synchronized void drain() {
    try {
      int taken = 0;
      for (int n = from.available(); n > 0 && taken < BYTES_AT_ONCE; n = from.available()) {
        byte[] bytes = from.readNBytes(Math.min(n, LINE_BYTES));
        taken += bytes.length;
        cut(bytes);
      }
    } catch (IOException e) {
      // The pipe is closed: the process is gone and there is nothing more to take.
      cut(new byte[0]);
    }
  }

  /** Takes the rest, a last line without its end too. */
  synchronized void finish() {
    drain();
    if (line.size() > 0) {
      emit();
    }
  }

  private void cut(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        emit();
      } else {
        line.write(b);
        if (line.size() >= LINE_BYTES) {
          emit();
        }
      }
    }
  }

  private void emit() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
