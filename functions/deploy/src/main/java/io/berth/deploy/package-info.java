// SPDX-License-Identifier: Apache-2.0

/**
 * The functions' command line, {@code berth-functions}: checks template.yaml, deploys it through
 * SCF's API, makes a signed call, opens a sealed value. The only place on the functions' side where
 * cloud keys of a person are used.
 */
@NullMarked
package io.berth.deploy;

import org.jspecify.annotations.NullMarked;
