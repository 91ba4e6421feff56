// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.scf.platform.PlatformLimits;
import io.berth.emulator.signature.Keys;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the service is started with; see {@link Scf#start}.
 *
 * @param background does the slow half of create and update
 */
record ScfSetup(
    int functionsPort,
    URI cloud,
    Keys keys,
    Clock clock,
    SecureRandom random,
    Path workDirectory,
    PrintStream log,
    PlatformLimits limits,
    Executor background) {}
