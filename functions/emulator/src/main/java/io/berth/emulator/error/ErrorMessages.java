// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of the error codes in the two languages that callers can ask for ({@code X-TC-Language}
 * in version 3, {@code Language} in version 1). Inferred: English unless {@code zh-CN} is asked
 * for. A text is no contract, only the code is.
 */
public final class ErrorMessages {
  private static final String FILE = "messages.txt";
  private static final Map<String, Texts> ALL = read();

  private record Texts(String english, String chinese) {}

  private ErrorMessages() {}

  /** Every code that has a text. */
  public static Set<String> codes() {
    return ALL.keySet();
  }

  /** The English text of a code; empty when it is no code of these products. */
  public static Optional<String> english(String code) {
    return Optional.ofNullable(ALL.get(code)).map(Texts::english);
  }

  /**
   * What the caller reads. In Chinese the code's own text comes first, and what is particular to
   * this refusal follows in brackets, in English.
   *
   * @param language as it was asked for, {@code ""} for none
   */
  public static String of(ApiError error, String language) {
    Texts texts = ALL.get(error.code());
    if (texts == null || !language.equals("zh-CN")) {
      return error.getMessage();
    }
    String particular = error.getMessage();
    if (particular.startsWith(texts.english())) {
      particular = particular.substring(texts.english().length()).strip();
    }
    return particular.isEmpty() ? texts.chinese() : texts.chinese() + "（" + particular + "）";
  }

  private static Map<String, Texts> read() {
    Map<String, Texts> texts = new LinkedHashMap<>();
    for (String line : text().split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\\|", 3);
        texts.put(cells[0].strip(), new Texts(cells[1].strip(), cells[2].strip()));
      }
    }
    return Map.copyOf(texts);
  }

  private static String text() {
    try (InputStream in = ErrorMessages.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The table of messages is part of the jar.", e);
    }
  }
}
