// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template that was read and checked: its functions, or all that is wrong with it. */
public final class Template {
  private final List<FunctionSpec> functions;
  private final List<Mistake> mistakes;
  private final List<Mistake> notes;

  private Template(List<FunctionSpec> functions, Mistakes mistakes, Mistakes notes) {
    this.functions = mistakes.isEmpty() ? List.copyOf(functions) : List.of();
    this.mistakes = mistakes.sorted();
    this.notes = notes.sorted();
  }

  /**
   * The functions with the deployer's environment filled in.
   *
   * @param functions in the order of the file; empty when there is a mistake
   * @param mistakes variables that are not set, and what they make of the rules
   */
  public record Filled(List<DeployableFunction> functions, List<Mistake> mistakes) {
    public Filled {
      functions = mistakes.isEmpty() ? List.copyOf(functions) : List.of();
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Reads {@code file}, and looks into the bundles that it names relative to its own folder. */
  public static Template read(Path file) {
    Mistakes mistakes = new Mistakes();
    Mistakes notes = new Mistakes();
    List<FunctionSpec> functions =
        bytes(file, mistakes)
            .flatMap(bytes -> YamlText.read(bytes, mistakes))
            .map(root -> new TemplateReader(folder(file), mistakes, notes).read(root))
            .orElseGet(List::of);
    return new Template(functions, mistakes, notes);
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
  public Filled fill(Map<String, String> environment) {
    Mistakes wrong = new Mistakes();
    List<DeployableFunction> filled = new ArrayList<>();
    for (FunctionSpec function : functions) {
      filled.add(fill(function, environment, wrong));
    }
    return new Filled(filled, wrong.sorted());
  }

  private static DeployableFunction fill(
      FunctionSpec function, Map<String, String> environment, Mistakes wrong) {
    Map<String, Secret> values = new LinkedHashMap<>();
    int bytes = 0;
    for (Variable variable : function.variables()) {
      for (String name : variable.text().missing(environment)) {
        wrong.add(
            variable.line(),
            variable.key()
                + " takes ${"
                + name
                + "}, which is not set; export it, then deploy again");
      }
      String value = variable.text().resolve(environment);
      // An empty value, as of ${NAME:-}, leaves the variable out.
      if (!value.isEmpty()) {
        values.put(variable.key(), Secret.of(value));
        bytes += EnvironmentReader.size(variable.key(), value);
      }
    }
    if (bytes > EnvironmentReader.MAX_BYTES) {
      int line = function.variables().get(0).line();
      wrong.add(line, "filled in, " + EnvironmentReader.tooLarge(bytes));
    }
    FilledRules.check(function, values, wrong);
    return deployable(function, values);
  }

  private static DeployableFunction deployable(FunctionSpec f, Map<String, Secret> values) {
    return new DeployableFunction(
        f.namespace(),
        f.name(),
        f.description(),
        f.type(),
        f.handler(),
        f.memory(),
        f.timeout(),
        f.initTimeout(),
        f.role(),
        f.vpc(),
        f.code(),
        values,
        f.url());
  }

  private static Optional<byte[]> bytes(Path file, Mistakes mistakes) {
    // One byte more than allowed is enough to see that there are too many.
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(YamlText.MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      mistakes.add(0, "there is no such file; name the template, e.g. check template.yaml");
    } catch (IOException e) {
      mistakes.add(0, "the file cannot be read; is it a file, and are you allowed to read it?");
    }
    return Optional.empty();
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }
}
