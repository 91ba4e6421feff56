// SPDX-License-Identifier: Apache-2.0
/**
 * Makes the function bundle at build time: jars in a fixed order, a runtime with only the modules
 * they need, an archive of loaded classes from a training run, and the proof that it is used.
 * Nothing of this goes into the bundle.
 */
@NullMarked
package io.berth.bundler;

import org.jspecify.annotations.NullMarked;
