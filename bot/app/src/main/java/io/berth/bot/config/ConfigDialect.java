// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Echo;
import io.berth.yaml.Mistake;
import io.berth.yaml.YamlDialect;
import java.nio.file.Path;

/** What is particular to {@code berth.yaml}: a key is called by its whole path. */
record ConfigDialect(Path path) implements YamlDialect {
  @Override
  public boolean isTyped() {
    return false;
  }

  @Override
  public String top() {
    return "";
  }

  @Override
  public String file() {
    return "Config file " + path;
  }

  @Override
  public String noSuchFile() {
    return file() + " not found; name one with --config FILE";
  }

  @Override
  public String tooLarge() {
    return file() + " is larger than 1 MB; that cannot be a berth.yaml";
  }

  @Override
  public String tooDeep(int most) {
    return "nested deeper than " + most + " levels; a berth.yaml needs five";
  }

  @Override
  public Mistake tooManyAliases(int most, int count, int line) {
    return new Mistake(
        0, "The file has %d YAML aliases (*name); the alias limit is %d".formatted(count, most));
  }

  @Override
  public String secondDocument() {
    return "a second document begins here; a berth.yaml is one document, so remove ---";
  }

  @Override
  public String tab(int column) {
    return "column %d: a tab is used for indentation; YAML takes only spaces there"
        .formatted(column);
  }

  @Override
  public String name(String in, String key) {
    return in.isEmpty() ? key : in + "." + key;
  }

  @Override
  public String unknown(String in, String key) {
    return "unknown key " + Echo.of(name(in, key));
  }

  @Override
  public String missing(String in, String key) {
    return name(in, key) + " is missing";
  }

  @Override
  public String twice(String in, String key, int firstLine) {
    return name(in, key) + " is given twice; give it once";
  }

  @Override
  public String notMapping(String name) {
    return (name.isEmpty() ? "the file" : name) + " must be a mapping of keys and values";
  }
}
