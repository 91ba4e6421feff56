// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Form;
import io.berth.bot.kind.Kind;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Option;
import io.berth.bot.voice.CommandPhrase;
import io.berth.bot.voice.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help, written from the same tables that the parser reads. */
final class HelpText {
  private static final List<String> MORE_EXAMPLES =
      List.of(
          "explain create registry payments --type premium --charge prepaid --months 12",
          "list",
          "show ID");

  private final String slash;

  HelpText(String slash) {
    this.slash = slash;
  }

  static List<String> topics() {
    return Stream.concat(Verb.words().stream(), Kinds.words().stream()).toList();
  }

  static List<String> examples() {
    return Stream.concat(
            Kinds.ALL.stream().map(kind -> "create " + kind.example()), MORE_EXAMPLES.stream())
        .toList();
  }

  /** About one word, or about everything. */
  String of(Optional<String> topic) {
    Optional<Kind> kind = topic.flatMap(Kinds::of);
    Optional<Verb> verb = topic.flatMap(Verb::of);
    if (kind.isPresent()) {
      return form(kind.get());
    } else if (verb.isPresent() && verb.get() == Verb.CREATE) {
      return Kinds.ALL.stream().map(this::form).collect(Collectors.joining("\n\n"));
    }
    return verb.map(this::line).orElseGet(this::everything);
  }

  private String everything() {
    List<String> lines = new ArrayList<>();
    lines.add(
        CommandPhrase.HELP_INTRODUCTION.text(
            "things", Lists.and(Kinds.ALL.stream().map(Kind::plural).toList())));
    examples().forEach(example -> lines.add("  " + slash + " " + example));
    lines.add(CommandPhrase.HELP_COMMANDS.text());
    Arrays.stream(Verb.values()).forEach(verb -> lines.add("  " + line(verb)));
    lines.add(CommandPhrase.HELP_OPTIONS.text());
    String topics =
        Kinds.words().stream()
            .map(word -> slash + " help " + word)
            .collect(Collectors.joining(", "));
    lines.add(CommandPhrase.HELP_MORE.text("topics", topics));
    return String.join("\n", lines);
  }

  private String line(Verb verb) {
    return CommandPhrase.HELP_LINE.text(
        "slash", slash, "usage", verb.usage(), "summary", verb.summary());
  }

  private String form(Kind kind) {
    Form form = kind.form();
    String name = form.positional() ? " " + form.options().get(0).placeholder() : "";
    List<String> lines = new ArrayList<>();
    lines.add(CommandPhrase.HELP_FORM.text("slash", slash, "kind", kind.word() + name));
    for (Option option : form.options()) {
      String usage = form.isBare(option) ? option.placeholder() : option.usage();
      lines.add(CommandPhrase.HELP_OPTION.text("usage", usage, "help", option.help()));
    }
    return String.join("\n", lines);
  }
}
