// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.yaml.Interpolation;
import io.berth.yaml.Mistake;
import io.berth.yaml.Mistakes;
import io.berth.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template that was read and checked: its functions, or all that is wrong with it. */
public final class Template {
  private final List<FunctionSpec> functions;
  private final List<Mistake> mistakes;
  private final List<Mistake> notes;

  private Template(List<FunctionSpec> functions, Mistakes mistakes) {
    this.functions = mistakes.isEmpty() ? List.copyOf(functions) : List.of();
    this.mistakes = mistakes.sorted();
    this.notes = mistakes.notes();
  }

  /** Reads {@code file}, and looks into the bundles that it names relative to its own folder. */
  public static Template read(Path file) {
    Mistakes mistakes = new Mistakes();
    Path folder = file.toAbsolutePath().getParent();
    List<FunctionSpec> functions =
        new YamlReader(new TemplateDialect(), Interpolation.NONE, mistakes)
            .read(file)
            .map(template -> new TemplateReader(template, folder).read())
            .orElse(List.of());
    return new Template(functions, mistakes);
  }

  /** The JSON schema (draft 2020-12) that editors use for such a file. */
  public static String schema() {
    try (InputStream in = Template.class.getResourceAsStream("template.schema.json")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is wrong, from the top of the file down; empty when the template can be deployed. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** What is allowed but worth knowing. */
  public List<Mistake> notes() {
    return notes;
  }

  /** How many functions it has; 0 when there is a mistake. */
  public int size() {
    return functions.size();
  }

  /** The variables without a default that {@code environment} lacks, in the order of the file. */
  public List<String> missing(Map<String, String> environment) {
    Set<String> missing = new LinkedHashSet<>();
    for (FunctionSpec function : functions) {
      function.variables().forEach(v -> missing.addAll(v.text().missing(environment)));
    }
    return List.copyOf(missing);
  }

  /** Replaces every {@code ${NAME}} by its value in {@code environment}. */
  public ResolvedTemplate resolve(Map<String, String> environment) {
    Mistakes mistakes = new Mistakes();
    List<DeployableFunction> resolved =
        functions.stream()
            .map(function -> new FunctionResolver(function, mistakes).resolve(environment))
            .toList();
    return new ResolvedTemplate(resolved, mistakes.sorted());
  }
}
