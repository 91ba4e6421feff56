// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Our loop with nothing in it. */
public final class ConstantFunction {
  private static final byte[] ANSWER = "{\"statusCode\":200}".getBytes(US_ASCII);

  private ConstantFunction() {}

  /** Runs until SIGTERM. */
  public static void main(String... words) {
    PeerProcess.run(
        System.getenv(),
        (environment, clock) ->
            (input, output, context) -> {
              input.readAllBytes();
              output.write(ANSWER);
            });
  }
}
