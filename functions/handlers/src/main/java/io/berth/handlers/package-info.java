// SPDX-License-Identifier: Apache-2.0
/** The bundle: one process that is any of the functions, chosen by name. */
@NullMarked
package io.berth.handlers;

import org.jspecify.annotations.NullMarked;
