// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.Ids;
import io.berth.runtime.Host;
import io.berth.runtime.ScfRuntime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The process that {@code bootstrap} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // A name that was not found once must not stay so for an instance's life.
    Security.setProperty("networkaddress.cache.negative.ttl", "1");
    Map<String, String> environment = System.getenv();
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    Host host = new Host(environment, clock, out, new Ids(clock, random)::uuid);
    AtomicReference<ScfRuntime> running = new AtomicReference<>();
    Bundle bundle =
        new Bundle(
            environment,
            name -> Optional.ofNullable(System.getProperty(name)),
            clock,
            random,
            () -> running.get().stopAfterThisCall());
    ScfRuntime runtime = new ScfRuntime(host, bundle::handler);
    running.set(runtime);
    Runtime.getRuntime().addShutdownHook(new Thread(runtime::stop, "sigterm"));
    System.exit(runtime.run());
  }
}
