// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import io.berth.contract.text.Ids;
import io.berth.runtime.Host;
import io.berth.runtime.HttpDoor;
import io.berth.runtime.HttpEventHandler;
import io.berth.runtime.HttpReply;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The Web functions' door with a constant behind it. What is posted to {@code /hold} is answered
 * when standard input ends.
 */
public final class DoorServer {
  private DoorServer() {}

  /** Prints its port. */
  public static void main(String... words) throws IOException {
    Clock clock = Clock.systemUTC();
    Host host =
        new Host(
            Map.of("PORT", "0", "_HANDLER", "bench"),
            clock,
            System.err,
            new Ids(clock, new SecureRandom())::uuid);
    HttpReply constant = HttpReply.json(200, Map.of("statusCode", 200));
    CountDownLatch released = new CountDownLatch(1);
    HttpEventHandler handler =
        new HttpEventHandler(
            (call, context) -> {
              if (call.path().equals("/hold")) {
                await(released);
              }
              return constant;
            });
    HttpDoor door = HttpDoor.open(host, handler, () -> System.exit(1));
    System.out.println(door.port());
    System.in.readAllBytes();
    released.countDown();
  }

  private static void await(CountDownLatch released) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
