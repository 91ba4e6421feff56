// SPDX-License-Identifier: Apache-2.0
/**
 * What shall go wrong: rules that say which calls are struck, when, and by what, and what an effect
 * does to a call on its way.
 */
@NullMarked
package io.berth.emulator.faults;

import org.jspecify.annotations.NullMarked;
