// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * {@code bundler BUNDLE-FOLDER ZIP TIME [quiet]}: completes the folder, in which {@code bootstrap}
 * and {@code lib/} are, and packs it. Quiet, it says nothing of sizes and of where the bundle will
 * run: for a build that is to run here.
 */
public final class Main {
  private Main() {}

  /** Ends with 1 and one sentence when there is no good bundle. */
  public static void main(String... words) throws IOException, InterruptedException {
    Path folder = Path.of(words[0]).toAbsolutePath();
    Path zip = Path.of(words[1]).toAbsolutePath();
    boolean quiet = words.length > 3 && words[3].equals("quiet");
    PrintStream out = quiet ? new PrintStream(OutputStream.nullOutputStream()) : System.out;
    Path jdk = Path.of(System.getProperty("java.home"));
    try {
      new Bundler(folder, jdk, Clock.systemUTC(), new SecureRandom(), out)
          .build(zip, Instant.parse(words[2]), Runtime.version().feature());
    } catch (BuildFailed e) {
      System.err.println("bundle: " + e.getMessage());
      System.exit(1);
    }
  }
}
