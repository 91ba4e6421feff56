// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.ApiRequest;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks for: checked parameters of a creating function, and what only Berth needs to
 * know about them.
 *
 * @param parameters what the function will get, word for word
 * @param team the team that it is for; nothing when the asker did not say
 * @param reason why, for the approvers
 * @param notes sentences worth showing, e.g. how a value was read
 */
public record Ask(
    ApiRequest parameters, Optional<String> team, Optional<String> reason, List<String> notes) {
  public Ask {
    notes = List.copyOf(notes);
  }

  /** An ask with nothing but its parameters. */
  public static Ask of(ApiRequest parameters) {
    return new Ask(parameters, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same for {@code name}, once the policy has found out which team it is for. */
  public Ask forTeam(String name) {
    return new Ask(parameters, Optional.of(name), reason, notes);
  }
}
