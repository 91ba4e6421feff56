// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Echo;

/**
 * A text out of the file.
 *
 * @param value what it stands for, with every reference replaced
 * @param written what the file itself says
 */
public record YamlText(String value, String written) {
  /** The text inside a sentence: as it is written, because the value may be a secret. */
  public String shown() {
    return Echo.of(written);
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return written;
  }
}
