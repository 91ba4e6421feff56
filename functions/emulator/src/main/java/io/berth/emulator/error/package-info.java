// SPDX-License-Identifier: Apache-2.0
/** Refusals as the cloud words them: a code, and its text in two languages. */
@NullMarked
package io.berth.emulator.error;

import org.jspecify.annotations.NullMarked;
