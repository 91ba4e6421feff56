// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Standard output of a function under test, read back as JSON lines. */
final class Lines {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

  PrintStream stream() {
    return stream;
  }

  String text() {
    return bytes.toString(UTF_8);
  }

  List<Map<String, Object>> json() {
    return text().lines().map(line -> Json.readObject(line.getBytes(UTF_8))).toList();
  }
}
