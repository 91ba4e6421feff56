// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code ./mvnw -Plocal} ends up here: everything starts, one line says that it is ready, Ctrl-C
 * stops it.
 */
public final class Main {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private Main() {}

  /** Runs until it is told to stop; exit code 2 and one sentence when something is in the way. */
  public static void main(String[] args) throws InterruptedException {
    JETTY.setLevel(Level.WARNING);
    TreeMap<String, String> properties = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name)));
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      Local local =
          Local.start(
              LocalSettings.from(properties), Clock.systemUTC(), new SecureRandom(), System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(local, stopped), "stop"));
      if (Boolean.getBoolean("berth.stopWithParent")) {
        stopWithParent();
      }
      System.out.println(local.readyLine());
      System.out.println(NextSteps.of(local));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    stopped.await();
  }

  /** A build that is killed rather than interrupted must not leave all this behind. */
  private static void stopWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private static void stop(Local local, CountDownLatch stopped) {
    local.close();
    System.out.println("stopped");
    stopped.countDown();
  }
}
