// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import io.berth.emulator.signature.Keys;
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
public record InstanceHost(
    RuntimeApiServer api,
    ScheduledExecutorService timer,
    Clock clock,
    PlatformLimits limits,
    InstanceEnvironment environment,
    Keys keys,
    Path homes) {}
