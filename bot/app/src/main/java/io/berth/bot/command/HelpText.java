// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help, written from the same tables that the parser reads. */
final class HelpText {
  private static final List<String> EXAMPLES =
      List.of(
          "create registry payments --type standard",
          "create code --description webserver --limit 10 --hours 4",
          "explain create registry payments --type premium --charge prepaid --months 12",
          "list",
          "show ID");

  private final String slash;

  HelpText(String slash) {
    this.slash = slash;
  }

  static List<String> topics() {
    return Stream.concat(Verb.words().stream(), Forms.kinds().stream()).toList();
  }

  /** About one word, or about everything. */
  String of(Optional<String> topic) {
    Optional<Form> form = topic.flatMap(Forms::of);
    Optional<Verb> verb = topic.flatMap(Verb::of);
    if (form.isPresent()) {
      return form(form.get());
    } else if (verb.isPresent() && verb.get() == Verb.CREATE) {
      return Forms.ALL.stream().map(this::form).collect(Collectors.joining("\n\n"));
    }
    return verb.map(v -> line(v.usage(), v.summary())).orElseGet(this::usage);
  }

  private String usage() {
    List<String> lines = new ArrayList<>();
    lines.add("Ask for container registries and register codes on Tencent Cloud. Examples:");
    EXAMPLES.forEach(example -> lines.add("  " + slash + " " + example));
    lines.add("Commands:");
    for (Verb verb : Verb.values()) {
      lines.add("  " + line(verb.usage(), verb.summary()));
    }
    lines.add("Options are written --type standard, --type=standard or type=standard.");
    lines.add("All options: " + slash + " help registry, " + slash + " help code");
    return String.join("\n", lines);
  }

  private String line(String usage, String summary) {
    return slash + " " + usage + ": " + summary;
  }

  private String form(Form form) {
    List<String> lines = new ArrayList<>();
    boolean positional = form.positional();
    lines.add(
        slash
            + " create "
            + form.kind()
            + (positional ? " " + form.options().get(0).placeholder() : "")
            + " [options]");
    for (Option option : form.options()) {
      boolean first = positional && option == form.options().get(0);
      lines.add("  " + (first ? option.placeholder() : option.usage()) + ": " + option.help());
    }
    return String.join("\n", lines);
  }
}
