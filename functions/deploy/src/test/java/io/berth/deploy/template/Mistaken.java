// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A template for each kind of mistake, and the one line that somebody reads about it. */
final class Mistaken {
  private Mistaken() {}

  /** What it is called, the template, the line. */
  static Stream<Arguments> all() {
    return Stream.of(
            MistakenStructure.structure(),
            MistakenStructure.counts(),
            MistakenStructure.text(),
            MistakenProperties.values(),
            MistakenProperties.environment(),
            MistakenEvents.events())
        .flatMap(Function.identity());
  }
}
