// SPDX-License-Identifier: Apache-2.0
/** Tencent Container Registry, version 2019-09-24: registries and what can be asked about them. */
@NullMarked
package io.berth.emulator.tcr;

import org.jspecify.annotations.NullMarked;
