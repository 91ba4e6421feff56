// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import java.util.List;
import java.util.Optional;

/**
 * What {@code create KIND} takes.
 *
 * @param positional whether the first option may be given as a bare word
 */
public record Form(boolean positional, List<Option> options, List<Pairing> pairings) {
  public Form {
    options = List.copyOf(options);
    pairings = List.copyOf(pairings);
  }

  /** The option of that name. */
  public Optional<Option> option(String name) {
    return options.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /** Whether this option may be given without its name. */
  public boolean isBare(Option option) {
    return positional && option.equals(options.get(0));
  }

  /** The option that fills this field of the API. */
  public Optional<Option> filling(String path) {
    return options.stream().filter(o -> o.path().equals(path)).findFirst();
  }
}
