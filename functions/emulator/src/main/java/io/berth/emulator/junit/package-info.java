// SPDX-License-Identifier: Apache-2.0
/** The emulator in tests of others, with JUnit 5.13 or later of its 5 line. */
@NullMarked
package io.berth.emulator.junit;

import org.jspecify.annotations.NullMarked;
