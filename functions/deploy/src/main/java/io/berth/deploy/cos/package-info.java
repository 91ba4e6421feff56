// SPDX-License-Identifier: Apache-2.0

/** Puts bundles that are too large for SCF's API into a bucket, from which SCF takes them. */
@NullMarked
package io.berth.deploy.cos;

import org.jspecify.annotations.NullMarked;
