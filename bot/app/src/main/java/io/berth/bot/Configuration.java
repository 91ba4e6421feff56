// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.config.BerthConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code berth.yaml} for a command, and prints what is wrong with it. */
final class Configuration {
  private Configuration() {}

  /** The configuration, or nothing after every mistake was printed on a line of its own. */
  static Optional<BerthConfig> load(Path file, Map<String, String> environment, PrintWriter err) {
    return BerthConfig.load(file, environment)
        .fold(
            ok -> {
              print(ok.warnings(), "warning: ", err);
              return Optional.of(ok.config());
            },
            bad -> {
              print(bad.sentences(), "", err);
              return Optional.empty();
            });
  }

  private static void print(List<String> sentences, String before, PrintWriter err) {
    sentences.forEach(sentence -> err.println(before + sentence));
    err.flush();
  }
}
