// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.text.Identifiers;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * What an emulator needs to know.
 *
 * @param port of the cloud API, 0 for any free one
 * @param functionsPort of the Function URLs, 0 for any free one
 * @param secretId the key that is accepted
 * @param secretKey its secret half
 * @param clock the time it starts from; the admin API can move on from there
 * @param random for ids, register codes and temporary keys
 * @param workDirectory where function bundles are unpacked
 * @param log one line for what went wrong inside
 * @param settings sizes, speeds and permissions
 * @param stateIn the folder that has the state between two runs; empty for memory alone
 */
public record Options(
    int port,
    int functionsPort,
    String secretId,
    String secretKey,
    Clock clock,
    SecureRandom random,
    Path workDirectory,
    PrintStream log,
    Settings settings,
    Optional<Path> stateIn) {

  /** With {@link Settings#DEFAULT}, in memory alone. */
  public Options(
      int port,
      int functionsPort,
      String secretId,
      String secretKey,
      Clock clock,
      SecureRandom random,
      Path workDirectory,
      PrintStream log) {
    this(
        port,
        functionsPort,
        secretId,
        secretKey,
        clock,
        random,
        workDirectory,
        log,
        Settings.DEFAULT,
        Optional.empty());
  }

  /**
   * For a start: any free ports, a new key, the machine's clock, and messages on {@code
   * System.out}.
   *
   * @param workDirectory where function bundles are unpacked; it stays when the emulator ends
   */
  public static Options onFreePorts(Path workDirectory) {
    SecureRandom random = new SecureRandom();
    Identifiers key = new Identifiers(random);
    return new Options(
        0,
        0,
        "AKID" + key.lower(32),
        key.lower(32),
        Clock.systemUTC(),
        random,
        workDirectory,
        System.out);
  }

  /** The same with another clock; clients must sign within five minutes of it. */
  public Options withClock(Clock other) {
    return with(other, settings, stateIn);
  }

  /** The same with other settings. */
  public Options withSettings(Settings other) {
    return with(clock, other, stateIn);
  }

  /**
   * The same with the state in {@code state.json} of a folder, and snapshots beside it: read at the
   * start, and written before a call is answered. It is made when it is not there.
   */
  public Options withStateIn(Path folder) {
    return with(clock, settings, Optional.of(folder));
  }

  private Options with(Clock clock, Settings settings, Optional<Path> stateIn) {
    return new Options(
        port,
        functionsPort,
        secretId,
        secretKey,
        clock,
        random,
        workDirectory,
        log,
        settings,
        stateIn);
  }

  @Override
  public String toString() {
    return "Options[" + port + ", " + functionsPort + ", " + secretId + ", ***]";
  }
}
