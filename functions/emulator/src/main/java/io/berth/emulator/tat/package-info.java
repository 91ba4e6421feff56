// SPDX-License-Identifier: Apache-2.0
/** TencentCloud Automation Tools, version 2020-10-28: codes with which machines are enrolled. */
@NullMarked
package io.berth.emulator.tat;

import org.jspecify.annotations.NullMarked;
