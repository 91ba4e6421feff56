// SPDX-License-Identifier: Apache-2.0
/** What became of calls: the last ones in full, with secrets masked, and all of them counted. */
@NullMarked
package io.berth.emulator.journal;

import org.jspecify.annotations.NullMarked;
