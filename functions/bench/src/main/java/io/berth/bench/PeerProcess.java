// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

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
import java.util.function.BiFunction;

/** The process around a handler to compare with: the loop is ours, whatever the handler is. */
final class PeerProcess {
  private PeerProcess() {}

  static void run(
      Map<String, String> environment,
      BiFunction<Map<String, String>, Clock, RequestStreamHandler> peer) {
    Clock clock = Clock.systemUTC();
    RequestStreamHandler handler = peer.apply(environment, clock);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    Host host = new Host(environment, clock, out, new Ids(clock, new SecureRandom())::uuid);
    ScfRuntime runtime = new ScfRuntime(host, name -> Optional.of(handler));
    Runtime.getRuntime().addShutdownHook(new Thread(runtime::stop, "sigterm"));
    System.exit(runtime.run());
  }
}
