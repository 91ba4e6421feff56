// SPDX-License-Identifier: Apache-2.0
/**
 * Who may do what, as Cloud Access Management (CAM) judges it: policies in Tencent Cloud's own
 * syntax, and which of them holds for which key.
 */
@NullMarked
package io.berth.emulator.cam;

import org.jspecify.annotations.NullMarked;
