// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.http.ListenAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        --data DIR                  keeps the state there (default: nothing is kept)
        --registries-per-region N   quota (default 10)
        --loose                     ignore unknown parameters; let JSON say "20" and "true" for 20 and true
        --bind ADDRESS              where the cloud API listens (default 127.0.0.1; 0.0.0.0 = everywhere)
        --host NAME                 one more name it is called by from elsewhere; may be given several times
        --cam FILE                  the CAM policy of every key (default: everybody may do everything)
        --cam ROLE=FILE             the policy of that role's temporary keys alone; may be given for several.
                                    Other roles then have the policy of every key, or may do nothing
        --help                      this text
      """;

  private static final String BAD_BIND =
      "The option --bind must be an IP address, e.g. 0.0.0.0 or 192.168.1.5.";
  private static final String BAD_HOST =
      "The option --host must be a host name or an IP address, without a scheme or port, e.g. emulator.";
  private static final List<String> KNOWN =
      List.of(
          "--port",
          "--functions-port",
          "--secret-id",
          "--secret-key",
          "--data",
          "--registries-per-region",
          "--bind",
          "--host",
          CamOption.NAME);

  private static final List<String> FLAGS = List.of("--loose");
  private static final List<String> REPEATABLE = List.of("--host", CamOption.NAME);

  private final Map<String, List<String>> values = new HashMap<>();

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
      if (FLAGS.contains(word[0])) {
        arguments.flag(word);
      } else if (word.length == 2 || i + 1 == words.length) {
        arguments.option(word);
      } else {
        arguments.option(word[0], words[++i]);
      }
    }
    if (arguments.has("--secret-id") != arguments.has("--secret-key")) {
      throw new Unusable("Give --secret-id and --secret-key together, or neither.");
    }
    return arguments;
  }

  private void option(String... nameAndValue) throws Unusable {
    if (!KNOWN.contains(nameAndValue[0])) {
      throw new Unusable("There is no option " + nameAndValue[0] + "; --help lists them all.");
    }
    if (nameAndValue.length == 1) {
      throw new Unusable("The option " + nameAndValue[0] + " needs a value.");
    }
    add(nameAndValue[0], nameAndValue[1]);
  }

  private void flag(String... word) throws Unusable {
    if (word.length == 2) {
      throw new Unusable("The option " + word[0] + " takes no value.");
    }
    add(word[0], "");
  }

  private void add(String name, String value) throws Unusable {
    List<String> given = values.computeIfAbsent(name, absent -> new ArrayList<>());
    if (!given.isEmpty() && !REPEATABLE.contains(name)) {
      throw new Unusable("The option " + name + " is given twice; give it once.");
    }
    given.add(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return texts(name).stream().findFirst();
  }

  /** What was given, in order; most options can be given once only. */
  List<String> texts(String name) {
    return values.getOrDefault(name, List.of());
  }

  ListenAddress listening() throws Unusable {
    String bind = text("--bind").orElse("127.0.0.1");
    InetAddress address = ListenAddress.literal(bind).orElseThrow(() -> new Unusable(BAD_BIND));
    List<String> names = texts("--host");
    if (!names.stream().allMatch(name -> ListenAddress.name(name).isPresent())) {
      throw new Unusable(BAD_HOST);
    }
    return new ListenAddress(address, new HashSet<>(names));
  }

  int number(String name, int absent, int most) throws Unusable {
    String text = text(name).orElse(Integer.toString(absent));
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    if (number > most) {
      throw new Unusable("The option " + name + " must be a number from 0 to " + most + ".");
    }
    return number;
  }
}
