// SPDX-License-Identifier: Apache-2.0
/** What a reset throws away, and the clock it all follows. */
@NullMarked
package io.berth.emulator.state;

import org.jspecify.annotations.NullMarked;
