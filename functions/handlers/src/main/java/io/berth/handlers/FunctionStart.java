// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.berth.runtime.Host;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens between the start of the process and {@code ready}, in this order:
 *
 * <ol>
 *   <li>{@code function}: the configuration is read and checked, the one function that is asked for
 *       is wired. What is wrong ends the process here.
 *   <li>{@code warm_up}: a call of its own making goes through the pipeline up to where the cloud
 *       would be called, so that JSON, HMAC, the check of approvals and the log have been used
 *       once.
 *   <li>beside it, on a thread of its own, {@code connection}: name, TCP and TLS to the cloud,
 *       where the cloud is reached by TLS. The connection stays open for the first call. Waiting
 *       for it ends after {@link #LONGEST}; a cloud that is not reached is the first call's
 *       concern.
 * </ol>
 *
 * <p>After {@code ready} nothing is left to do but to answer. With {@code BERTH_START_TIMES=true}
 * one line of the log says how long each step took.
 */
final class FunctionStart {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Bundle bundle;
  private final Host host;
  private final StartTimes times;

  FunctionStart(Bundle bundle, Host host, StartTimes times) {
    this.bundle = bundle;
    this.host = host;
    this.times = times;
  }

  /**
   * The handler of that name, ready to answer; nothing when there is no such function.
   *
   * @throws IllegalArgumentException with a sentence when the environment is wrong
   */
  Optional<RequestStreamHandler> handler(String name) {
    Optional<Bundle.WiredFunction> function = times.step("function", () -> bundle.function(name));
    if (function.isPresent()) {
      Thread connection = beside(function.get());
      times.step("warm_up", () -> new WarmUp(host).of(function.get()));
      times.step("connection", () -> await(connection));
    }
    times.log(host);
    return function.map(Bundle.WiredFunction::handler);
  }

  private static Thread beside(Bundle.WiredFunction function) {
    String service = function.name().product().serviceName();
    Thread thread =
        new Thread(() -> function.client().connectAhead(service, LONGEST), "connection");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static boolean await(Thread thread) {
    try {
      thread.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
