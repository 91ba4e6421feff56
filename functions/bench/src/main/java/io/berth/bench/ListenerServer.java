// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import io.berth.contract.text.Ids;
import io.berth.runtime.Host;
import io.berth.runtime.HttpEventHandler;
import io.berth.runtime.HttpListener;
import io.berth.runtime.HttpReply;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The Web functions' listener with a constant behind it. What is posted to {@code /hold} is
 * answered when standard input ends.
 */
public final class ListenerServer {
  private ListenerServer() {}

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
    HttpListener listener = HttpListener.open(host, handler, () -> System.exit(1));
    System.out.println(listener.port());
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
