// SPDX-License-Identifier: Apache-2.0
/** The management API of SCF: functions, their code and configuration, and their triggers. */
@NullMarked
package io.berth.emulator.scf.management;

import org.jspecify.annotations.NullMarked;
