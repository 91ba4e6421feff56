// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

/** What every mapping of one file shares. */
record YamlContext(YamlDialect dialect, Interpolation interpolation, Mistakes mistakes) {
  /** The same file, for a part of it of which enough was said. */
  YamlContext muted() {
    return new YamlContext(dialect, interpolation, new Mistakes());
  }

  /** How {@code key} of the mapping {@code in} is called inside a sentence. */
  String name(String in, String key) {
    return dialect.name(in, VisibleText.of(interpolation.written(key)));
  }
}
