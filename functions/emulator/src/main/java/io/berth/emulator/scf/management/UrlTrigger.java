// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import java.time.Instant;

/** A trigger of type {@code http}, which is a Function URL. */
public record UrlTrigger(
    String name,
    UrlSettings settings,
    boolean enabled,
    String qualifier,
    String description,
    Instant added,
    Instant modified) {}
