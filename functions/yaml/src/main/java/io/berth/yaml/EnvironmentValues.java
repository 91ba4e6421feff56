// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** {@code ${NAME}} stands for a variable of the environment; a secret may be in a file as well. */
public final class EnvironmentValues implements Interpolation {
  private static final String FILE = "file:";

  private final Map<String, String> environment;
  private final Path directory;
  private final Set<String> used = new TreeSet<>();

  /**
   * @param directory what {@code file:PATH} is relative to
   */
  public EnvironmentValues(Map<String, String> environment, Path directory) {
    this.environment = Map.copyOf(environment);
    this.directory = directory;
  }

  /**
   * The variables that begin with {@code prefix} and stand nowhere in the file: so a mistyped name
   * is noticed.
   */
  public Set<String> unused(String prefix) {
    Set<String> unused = new TreeSet<>(environment.keySet());
    unused.removeIf(name -> !name.startsWith(prefix) || used.contains(name));
    return unused;
  }

  @Override
  public String hide(String yaml, Mistakes mistakes) {
    return References.hide(yaml, mistakes);
  }

  @Override
  public String written(String hidden) {
    return References.show(hidden);
  }

  @Override
  public Optional<String> value(String hidden, Consumer<String> refuse) {
    StringBuilder value = new StringBuilder();
    Matcher reference = References.HIDDEN.matcher(hidden);
    while (reference.find()) {
      Optional<String> variable = variable(reference.group(1), refuse);
      if (variable.isEmpty()) {
        return variable;
      }
      reference.appendReplacement(value, Matcher.quoteReplacement(variable.get()));
    }
    return Optional.of(reference.appendTail(value).toString());
  }

  private Optional<String> variable(String name, Consumer<String> refuse) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
      refuse.accept(
          "holds ${...} without the name of an environment variable, like ${BERTH_TOKEN}");
      return Optional.empty();
    }
    used.add(name);
    Optional<String> value =
        Optional.ofNullable(environment.get(name)).filter(given -> !given.isBlank());
    if (value.isEmpty()) {
      String why = environment.containsKey(name) ? "is empty" : "is not set";
      refuse.accept("needs the environment variable %s, which %s".formatted(name, why));
    }
    return value;
  }

  @Override
  public Optional<Secret> secret(String hidden, Consumer<String> refuse) {
    if (hidden.startsWith(FILE)) {
      String path = hidden.substring(FILE.length());
      return value(path, refuse)
          .flatMap(found -> SecretFile.read(directory, found, written(path), refuse));
    }
    return References.HIDDEN.matcher(hidden).find()
        ? value(hidden, refuse).map(Secret::of)
        : Interpolation.super.secret(hidden, refuse);
  }
}
