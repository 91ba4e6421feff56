// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import java.time.Instant;

/** A trigger of type {@code http}, which is a Function URL. */
record Trigger(
    String name,
    UrlSettings settings,
    boolean enabled,
    String qualifier,
    String description,
    Instant added,
    Instant modified) {}
