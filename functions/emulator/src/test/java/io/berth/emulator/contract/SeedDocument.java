// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two documents' examples and error tables, word for word, as test resources. */
enum SeedDocument {
  CREATE_INSTANCE("tcr-create-instance"),
  CREATE_REGISTER_CODE("tat-create-register-code");

  private final String file;

  SeedDocument(String file) {
    this.file = file;
  }

  /** Code and description, in the document's order (Error Code). */
  Map<String, String> errors() {
    Map<String, String> errors = new LinkedHashMap<>();
    for (String line : text(".errors.txt").split("\n")) {
      String[] pair = line.split(" ", 2);
      errors.put(pair[0], pair[1]);
    }
    return errors;
  }

  /** The input example with a number. */
  String request(int number) {
    return text("-" + number + ".request.txt");
  }

  /** The output example with a number. */
  String response(int number) {
    return text("-" + number + ".response.json");
  }

  private String text(String ending) {
    try (InputStream in = SeedDocument.class.getResourceAsStream("/seeds/" + file + ending)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
