// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.yaml.Bounds;
import io.berth.yaml.Mistake;
import io.berth.yaml.YamlDialect;
import java.util.Optional;

/** What is particular to {@code template.yaml}. */
final class TemplateDialect implements YamlDialect {
  @Override
  public boolean isTyped() {
    return true;
  }

  @Override
  public String top() {
    return "the template";
  }

  @Override
  public String file() {
    return "the file";
  }

  @Override
  public String noSuchFile() {
    return "there is no such file; name the template, e.g. check template.yaml";
  }

  @Override
  public String tooLarge() {
    return "the file is larger than 1 MB; a template is a few hundred lines";
  }

  @Override
  public String tooDeep(int most) {
    return "nested deeper than " + most + " levels; a template needs eight";
  }

  @Override
  public Mistake tooManyAliases(int most, int count, int line) {
    return new Mistake(
        line,
        "more than %d aliases (*name); write the values out, or put shared ones into Globals.Function"
            .formatted(most));
  }

  @Override
  public String secondDocument() {
    return "a second document begins here; a template is one document, so remove ---";
  }

  @Override
  public Optional<String> empty() {
    return Optional.of("the file is empty; it needs Resources with a namespace and its functions");
  }

  @Override
  public String notWhole(String name, String written, Bounds bounds) {
    return "%s must be a whole number of %s, not %s"
        .formatted(name, bounds.unit(), Echo.of(written));
  }

  @Override
  public String outside(String name, String written, Bounds bounds) {
    return "%s %s is outside SCF's %d to %d %s"
        .formatted(name, written, bounds.least(), bounds.most(), bounds.unit());
  }
}
