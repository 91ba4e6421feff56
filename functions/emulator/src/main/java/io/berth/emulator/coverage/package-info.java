// SPDX-License-Identifier: Apache-2.0
/**
 * What of the two APIs is served, as data: the tests prove it, the README and the admin API show
 * it.
 */
@NullMarked
package io.berth.emulator.coverage;

import org.jspecify.annotations.NullMarked;
