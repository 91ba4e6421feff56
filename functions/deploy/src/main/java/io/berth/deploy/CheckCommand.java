// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.deploy.template.Template;
import io.berth.yaml.Mistake;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: everything that is wrong with a template, without touching the cloud. */
@Command(
    name = "check",
    description = "Says everything that is wrong with a template, without touching the cloud.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Each mistake is one line, FILE:LINE: the rule and the way out.",
      "Variables that deploy will want are named, but need not be set here.",
      "",
      "Examples:",
      "  berth-functions check template.yaml",
      "  berth-functions check --schema > template.schema.json"
    })
final class CheckCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "TEMPLATE",
      defaultValue = "template.yaml",
      description = "the file, template.yaml when not given")
  private Path file;

  @Option(
      names = "--schema",
      description = "print the JSON schema of a template, for editors, and check nothing")
  private boolean schema;

  CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (schema) {
      context.out().print(Template.schema());
      return Main.OK;
    }
    Template template = Template.read(file);
    print(template.mistakes(), "");
    print(template.notes(), "note: ");
    return template.mistakes().isEmpty() ? passed(template) : failed(template.mistakes().size());
  }

  private int failed(int mistakes) {
    String form = mistakes == 1 ? "%s: %d mistake" : "%s: %d mistakes";
    context.err().println(form.formatted(file, mistakes));
    return Main.BAD_INPUT;
  }

  private int passed(Template template) {
    List<String> missing = template.missing(context.environment());
    if (!missing.isEmpty()) {
      context
          .out()
          .println(
              "%s: note: deploy takes these from the environment, not set here: %s"
                  .formatted(file, String.join(", ", missing)));
    }
    context.out().println("%s: ok, %d functions".formatted(file, template.size()));
    return Main.OK;
  }

  private void print(List<Mistake> lines, String kind) {
    for (Mistake line : lines) {
      context.out().println(new Mistake(line.line(), kind + line.sentence()).in(file.toString()));
    }
  }
}
