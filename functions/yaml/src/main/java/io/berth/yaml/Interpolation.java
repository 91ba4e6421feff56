// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Secret;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the texts of a file stand for. A sentence that goes to {@code refuse} goes on after the
 * key's name.
 */
public interface Interpolation {
  /** Every text stands for itself. */
  Interpolation NONE = new Interpolation() {};

  /** The text of the whole file as YAML may see it. */
  default String hide(String yaml, Mistakes mistakes) {
    return yaml;
  }

  /** A piece of what {@link #hide} gave, as it is written in the file. */
  default String written(String hidden) {
    return hidden;
  }

  /** What a text stands for, or nothing after {@code refuse} has heard why. */
  default Optional<String> value(String hidden, Consumer<String> refuse) {
    return Optional.of(hidden);
  }

  /**
   * A secret by reference. One that stands in the file itself is refused: such files get copied,
   * mailed and committed.
   */
  default Optional<Secret> secret(String hidden, Consumer<String> refuse) {
    refuse.accept(
        "is a secret and must not stand in the file; use ${NAME}, or file:PATH to a file with chmod 600");
    return Optional.empty();
  }
}
