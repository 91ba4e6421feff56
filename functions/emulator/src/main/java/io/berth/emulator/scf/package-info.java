// SPDX-License-Identifier: Apache-2.0
/**
 * Serverless Cloud Function on loopback: the management API (version 2018-04-16), the platform that
 * runs {@code bootstrap} in its own process and speaks the Custom Runtime API to it, and the
 * Function URLs. Comments marked [I] are inferred behaviour, not documented by the vendor.
 */
@NullMarked
package io.berth.emulator.scf;

import org.jspecify.annotations.NullMarked;
