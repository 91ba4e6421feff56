// SPDX-License-Identifier: Apache-2.0
/**
 * One class for each kind of thing that can be asked for: all that differs between a registry, a
 * register code and a namespace is in there, and nothing outside asks which one it is.
 */
@NullMarked
package io.berth.bot.kind;

import org.jspecify.annotations.NullMarked;
