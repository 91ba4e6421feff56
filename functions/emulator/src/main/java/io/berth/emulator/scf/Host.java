// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.api.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What every instance needs of the machine it runs on.
 *
 * @param timer real time: the limits of a real process do not follow a clock that tests move
 * @param clock the emulator's, for how long an instance has been idle
 * @param homes where each instance gets a writable folder
 */
record Host(
    RuntimeApi api,
    ScheduledExecutorService timer,
    Clock clock,
    Limits limits,
    InstanceEnvironment environment,
    Keys keys,
    Path homes) {}
