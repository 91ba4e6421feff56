// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * How a {@link StandIn} is set up.
 *
 * @param port where to listen; 0 takes any free port
 * @param botEvents the bot's one URL, such as {@code http://127.0.0.1:8101/slack/events}
 * @param signingSecret shared with the bot; signs every delivery
 * @param botToken what the bot sends as bearer token
 * @param clock for ts values, signatures, trigger ids and response URLs
 * @param random for trigger ids and response URLs
 * @param log one line for each delivery that failed
 */
public record StandInOptions(
    int port,
    URI botEvents,
    String signingSecret,
    String botToken,
    Clock clock,
    SecureRandom random,
    PrintStream log) {
  public StandInOptions {
    if (signingSecret.isBlank() || botToken.isBlank()) {
      throw new IllegalArgumentException(
          "signingSecret and botToken: both are needed, and the bot needs the same ones");
    }
  }

  @Override
  public String toString() {
    return "StandInOptions[port=%d, botEvents=%s, secrets=***]".formatted(port, botEvents);
  }
}
