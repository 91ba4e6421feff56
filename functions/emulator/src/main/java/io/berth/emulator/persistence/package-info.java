// SPDX-License-Identifier: Apache-2.0
/** The state between two runs: as one document, in a folder or not at all. */
@NullMarked
package io.berth.emulator.persistence;

import org.jspecify.annotations.NullMarked;
