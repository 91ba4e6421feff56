// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.contract.text.Ids;
import io.berth.runtime.Host;
import io.berth.runtime.ScfRuntime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/** The process that {@code bootstrap} starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(System.getenv(), new StartByName()));
  }

  /** {@code bootstrap} says it when it is asked for the times of a start. */
  private static Optional<Long> began(Map<String, String> environment) {
    String millis = environment.getOrDefault("BERTH_STARTED", "");
    return millis.matches("[0-9]{13}") ? Optional.of(Long.parseLong(millis)) : Optional.empty();
  }

  // Not a lambda: the archive of classes has only those that the training run came by.
  private static final class StartByName
      implements BiFunction<FunctionStart, String, Optional<RequestStreamHandler>> {
    @Override
    public Optional<RequestStreamHandler> apply(FunctionStart start, String name) {
      return start.handler(name);
    }
  }

  /**
   * Runs until the platform is gone or SIGTERM comes.
   *
   * @param handlers starts the function of a name
   * @return the process's exit status
   */
  static int run(
      Map<String, String> environment,
      BiFunction<FunctionStart, String, Optional<RequestStreamHandler>> handlers) {
    Clock clock = Clock.systemUTC();
    StartTimes times = new StartTimes(clock, began(environment));
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
    FunctionStart start = new FunctionStart(bundle, host, times);
    ScfRuntime runtime = new ScfRuntime(host, name -> handlers.apply(start, name));
    running.set(runtime);
    Runtime.getRuntime().addShutdownHook(new Thread(runtime::stop, "sigterm"));
    return runtime.run();
  }
}
