// SPDX-License-Identifier: Apache-2.0
/**
 * The parameters of an action as data, and what is checked with nothing but that: names, types, and
 * which are required.
 */
@NullMarked
package io.berth.emulator.schema;

import org.jspecify.annotations.NullMarked;
