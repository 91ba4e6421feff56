// SPDX-License-Identifier: Apache-2.0
/**
 * {@code /_emulator/}: what people and tests do to the emulator itself, apart from the cloud API.
 */
@NullMarked
package io.berth.emulator.admin;

import org.jspecify.annotations.NullMarked;
