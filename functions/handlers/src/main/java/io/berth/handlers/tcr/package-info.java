// SPDX-License-Identifier: Apache-2.0
/** The functions on registries and namespaces (TCR, version 2019-09-24). */
@NullMarked
package io.berth.handlers.tcr;

import org.jspecify.annotations.NullMarked;
