// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line: {@code --name value} or {@code --name=value}. */
final class Arguments {
  static final String USAGE =
      """
      Tencent Cloud on this machine: TCR, TAT and SCF with real signatures, for trying and testing.

        java -jar berth-emulator.jar [options]

        --port N                    the cloud API (default 8102; 0 = any free port)
        --functions-port N          the Function URLs (default 8103; 0 = any free port)
        --secret-id ID              the key that is accepted (default: a new one, printed)
        --secret-key KEY            its secret half (default: a new one, printed)
        --data DIR                  where function bundles are unpacked (default: a temporary folder)
        --registries-per-region N   quota (default 10)
        --help                      this text
      """;

  private static final List<String> KNOWN =
      List.of(
          "--port",
          "--functions-port",
          "--secret-id",
          "--secret-key",
          "--data",
          "--registries-per-region");

  private final Map<String, String> values = new HashMap<>();

  /** The arguments cannot be used; the message is one sentence. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String sentence) {
      super(sentence, null, false, false);
    }
  }

  static Arguments of(String... words) throws Unusable {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.length; i++) {
      String[] word = words[i].split("=", 2);
      if (!KNOWN.contains(word[0])) {
        throw new Unusable("There is no option " + word[0] + "; --help lists them all.");
      }
      if (word.length == 1 && i + 1 == words.length) {
        throw new Unusable("The option " + word[0] + " needs a value.");
      }
      arguments.values.put(word[0], word.length == 2 ? word[1] : words[++i]);
    }
    if (arguments.values.containsKey("--secret-id")
        != arguments.values.containsKey("--secret-key")) {
      throw new Unusable("Give --secret-id and --secret-key together, or neither.");
    }
    return arguments;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int number(String name, int absent, int most) throws Unusable {
    String text = values.getOrDefault(name, Integer.toString(absent));
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    if (number > most) {
      throw new Unusable("The option " + name + " must be a number from 0 to " + most + ".");
    }
    return number;
  }
}
