// SPDX-License-Identifier: Apache-2.0
/**
 * What the functions cost, each figure next to a peer's or a floor's from the same run. Nothing
 * here judges: it prints, and functions/BENCHMARKS.md says what is wanted.
 *
 * <p>Classes whose names end in {@code Function}, {@code Load} or {@code Server} are processes of
 * their own, with the jars of one side alone.
 */
@NullUnmarked
package io.berth.bench;

import org.jspecify.annotations.NullUnmarked;
