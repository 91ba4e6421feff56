// SPDX-License-Identifier: Apache-2.0
/** The HTTP server: where it listens, whom it lets in, how much of a request it reads. */
@NullMarked
package io.berth.emulator.http;

import org.jspecify.annotations.NullMarked;
