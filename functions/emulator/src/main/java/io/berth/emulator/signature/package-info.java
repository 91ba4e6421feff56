// SPDX-License-Identifier: Apache-2.0
/**
 * Who sent a request: keys, the signatures of version 1 and 3 over the request as it came, and the
 * parameters that every action shares.
 */
@NullMarked
package io.berth.emulator.signature;

import org.jspecify.annotations.NullMarked;
