// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.deploy.scf.Sleeper;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * All that a run of the command line touches beside files and the network.
 *
 * @param environment the only place that secrets and keys come from
 * @param out results, and nothing else, so that they can be piped
 * @param err everything meant for people
 */
record CommandContext(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    SecureRandom random,
    Sleeper sleeper) {
  /** The environment holds keys and secrets. */
  @Override
  public String toString() {
    return "CommandContext";
  }
}
