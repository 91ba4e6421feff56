// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.text.Digests;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request before it is stored: what is asked for, and what only Berth needs to know about it.
 *
 * @param parts in the order in which they are numbered, from 1
 * @param team the team that it is for; nothing when nobody said
 * @param reason why, for the approvers
 * @param notes sentences worth showing, e.g. how a value was read
 */
public record Proposal(
    List<Spec> parts, Optional<String> team, Optional<String> reason, List<String> notes) {
  public Proposal {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** A proposal of one thing, and nothing else said. */
  public static Proposal of(Spec spec) {
    return new Proposal(List.of(spec), Optional.empty(), Optional.empty(), List.of());
  }

  /** The same for {@code name}, once the policy has found out which team it is for. */
  public Proposal forTeam(String name) {
    return new Proposal(parts, Optional.of(name), reason, notes);
  }

  /** What votes are bound to: {@link #sha256(List)} of the parts. */
  public String sha256() {
    return sha256(parts);
  }

  /**
   * What votes on these parts are bound to. For one part it is what an approval of its call is
   * bound to ({@link ApiRequest#sha256(io.berth.contract.FunctionName, String)}); for several,
   * base64url SHA-256 of theirs, a line each.
   */
  public static String sha256(List<Spec> parts) {
    List<String> hashes =
        parts.stream()
            .map(part -> ApiRequest.sha256(part.kind().function(), part.parameters().write()))
            .toList();
    return hashes.size() == 1
        ? hashes.get(0)
        : Digests.sha256Base64Url(hashes.stream().collect(Collectors.joining("\n")));
  }
}
