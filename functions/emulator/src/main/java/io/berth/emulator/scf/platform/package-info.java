// SPDX-License-Identifier: Apache-2.0
/**
 * What runs functions: {@code bootstrap} as a process of this machine, the Custom Runtime API that
 * it speaks, limits, logs, and the code that it starts from.
 */
@NullMarked
package io.berth.emulator.scf.platform;

import org.jspecify.annotations.NullMarked;
