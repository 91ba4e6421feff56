// SPDX-License-Identifier: Apache-2.0
/** Texts, read strictly and made anew: JSON, patterns, addresses, identifiers, excerpts. */
@NullMarked
package io.berth.emulator.text;

import org.jspecify.annotations.NullMarked;
