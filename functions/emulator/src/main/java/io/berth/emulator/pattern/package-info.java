// SPDX-License-Identifier: Apache-2.0
/** Texts with wildcards, as policies and fault rules have them. */
package io.berth.emulator.pattern;
