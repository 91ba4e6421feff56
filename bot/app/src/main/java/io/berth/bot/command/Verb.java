// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Kinds;
import io.berth.bot.voice.CommandPhrase;
import io.berth.bot.voice.Lists;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first word of a command, with its line in the help. */
enum Verb {
  CREATE("create {kinds} ...", "ask for {things}"),
  EXPLAIN("explain create ...", "say what would happen to such a request, and do nothing"),
  LIST("list", "your latest requests"),
  SHOW("show ID", "one request: what was asked, by whom, and how far it is"),
  APPROVE("approve ID", "approve a request, if you are one of its approvers"),
  DENY("deny ID \"reason\"", "deny a request, if you are one of its approvers"),
  CANCEL("cancel ID", "withdraw a request of yours that has not started"),
  WHOAMI("whoami", "which teams and approver groups you are in"),
  HELP("help [TOPIC]", "this, or more about one word of it");

  private final String usage;
  private final String summary;

  Verb(String usage, String summary) {
    this.usage = usage;
    this.summary = summary;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is written, without the slash command. */
  String usage() {
    return usage.replace("{kinds}", String.join("|", Kinds.words()));
  }

  String summary() {
    List<String> nouns = Kinds.ALL.stream().map(kind -> "a " + kind.noun()).toList();
    return summary.replace("{things}", Lists.or(nouns));
  }

  /** The question to somebody who named no request. */
  String which(String slash) {
    return CommandPhrase.WHICH_REQUEST.text("usage", slash + " " + usage());
  }

  static Optional<Verb> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }
}
