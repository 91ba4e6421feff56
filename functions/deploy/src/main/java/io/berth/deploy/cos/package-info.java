// SPDX-License-Identifier: Apache-2.0

/** Puts bundles that are too large for SCF's API into a bucket, from which SCF takes them. */
package io.berth.deploy.cos;
