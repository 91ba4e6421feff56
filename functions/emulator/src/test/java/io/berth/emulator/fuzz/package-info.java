// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes that nobody would send. Each test runs over its seeds with all the others; with {@code
 * JAZZER_FUZZ=1} and one test asked for by name, Jazzer makes up new ones.
 */
package io.berth.emulator.fuzz;
