// SPDX-License-Identifier: Apache-2.0
/** Function URLs: an HTTP request becomes an event, and what the function returns an answer. */
@NullMarked
package io.berth.emulator.scf.url;

import org.jspecify.annotations.NullMarked;
