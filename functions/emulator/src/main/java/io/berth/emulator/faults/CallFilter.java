// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

import io.berth.emulator.text.Wildcards;
import java.util.Optional;

/**
 * Which calls a rule is for; what is empty fits every call.
 *
 * @param name a pattern for one of the call's names: {@code *} stands for any text, {@code ?} for
 *     one character
 */
public record CallFilter(
    Optional<String> action,
    Optional<String> region,
    Optional<String> secretId,
    Optional<String> name) {

  boolean fits(CallAttributes call) {
    return action.map(call.action()::equals).orElse(true)
        && region.map(call.region()::equals).orElse(true)
        && secretId.map(call.secretId()::equals).orElse(true)
        && name.map(
                pattern ->
                    call.names().stream()
                        .anyMatch(text -> Wildcards.starsAndMarksFit(pattern, text)))
            .orElse(true);
  }
}
