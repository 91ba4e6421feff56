// SPDX-License-Identifier: Apache-2.0

/**
 * Brings SCF to the state that a template describes, through its management API (SCF, version
 * 2018-04-16). What is there already is left alone, so that a second run changes nothing.
 */
@NullMarked
package io.berth.deploy.scf;

import org.jspecify.annotations.NullMarked;
