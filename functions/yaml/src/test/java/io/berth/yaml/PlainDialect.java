// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

/** A kind of file with the default words; what it must say itself is short. */
record PlainDialect(boolean isTyped) implements YamlDialect {
  @Override
  public String top() {
    return "the top";
  }

  @Override
  public String file() {
    return "the file";
  }

  @Override
  public String noSuchFile() {
    return "there is no such file";
  }

  @Override
  public String tooLarge() {
    return "too large";
  }

  @Override
  public String tooDeep(int most) {
    return "deeper than " + most;
  }

  @Override
  public Mistake tooManyAliases(int most, int count, int line) {
    return new Mistake(line, "%d aliases of %d".formatted(count, most));
  }

  @Override
  public String secondDocument() {
    return "a second document";
  }
}
