// SPDX-License-Identifier: Apache-2.0
/** The functions on register codes (TAT, version 2020-10-28). */
@NullMarked
package io.berth.handlers.tat;

import org.jspecify.annotations.NullMarked;
