// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Runs one handler on SCF: against the Custom Runtime API when the environment names one, else on
 * HTTP. The same bundle is thus an event function, a Web function and an image.
 */
public final class ScfRuntime {
  /** How long a running call may go on after SIGTERM. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Host host;
  private final Function<String, Optional<RequestStreamHandler>> handlers;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile Optional<RuntimeLoop> loop = Optional.empty();

  /**
   * @param handlers makes the handler of a name ({@code _HANDLER}), or nothing when there is none;
   *     what it throws is an init failure, and its message is logged
   */
  public ScfRuntime(Host host, Function<String, Optional<RequestStreamHandler>> handlers) {
    this.host = host;
    this.handlers = handlers;
  }

  /** Runs until the platform is gone or {@link #stop} is called; the process's exit status. */
  public int run() {
    Optional<RequestStreamHandler> handler;
    try {
      handler = handlers.apply(host.handlerName());
    } catch (IllegalArgumentException e) {
      return initFailed(e.getMessage());
    } catch (RuntimeException | Error e) {
      host.logFailure("init failed", "", e);
      return 1;
    }
    if (handler.isEmpty()) {
      return initFailed("no handler is named '" + host.handlerName() + "'; check _HANDLER");
    }
    String api = host.get("SCF_RUNTIME_API", "");
    return api.isEmpty() ? serve(handler.get()) : loop(handler.get(), api);
  }

  /** What SIGTERM asks for: the present call is finished, no further one is taken. */
  public void stop() {
    loop.ifPresent(running -> running.stop(GRACE));
    ended.complete(0);
  }

  /**
   * Takes no further event after the one that is being answered; the platform starts an instance
   * anew. For a function whose environment has gone stale, such as credentials that have expired.
   */
  public void stopAfterThisCall() {
    loop.ifPresent(RuntimeLoop::takeNoMore);
  }

  private int loop(RequestStreamHandler handler, String apiHost) {
    int port;
    try {
      port = Integer.parseInt(host.get("SCF_RUNTIME_API_PORT", "80"));
    } catch (NumberFormatException e) {
      return initFailed("SCF_RUNTIME_API_PORT is not a number");
    }
    RuntimeLoop running = new RuntimeLoop(new RuntimeApi(apiHost, port), host, Thread::sleep);
    loop = Optional.of(running);
    return running.run(handler);
  }

  private int serve(RequestStreamHandler handler) {
    try {
      HttpListener listener = HttpListener.open(host, handler, () -> ended.complete(1));
      host.log().say(LogLevel.INFO, "listening on port " + listener.port());
      int status = ended.join();
      listener.close(GRACE);
      return status;
    } catch (IOException | NumberFormatException e) {
      return initFailed("cannot listen on PORT: " + e.getMessage());
    }
  }

  private int initFailed(String sentence) {
    host.log().say(LogLevel.FATAL, "init failed: " + sentence);
    return 1;
  }
}
