// SPDX-License-Identifier: Apache-2.0

/**
 * Reads template.yaml and says what is wrong with it, line by line. Pure but for reading the file
 * and the bundle that it names; no network, no environment of its own.
 */
@NullMarked
package io.berth.deploy.template;

import org.jspecify.annotations.NullMarked;
