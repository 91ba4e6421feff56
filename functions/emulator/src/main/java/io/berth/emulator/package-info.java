// SPDX-License-Identifier: Apache-2.0
/**
 * Tencent Cloud on loopback: TCR, TAT and SCF, as a program and as an object for other programs.
 */
@NullMarked
package io.berth.emulator;

import org.jspecify.annotations.NullMarked;
