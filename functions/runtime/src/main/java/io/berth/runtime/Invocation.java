// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One event from delivery to its one answer: the handler's result, a plain sentence when it throws,
 * or one when its time is over. A caller never gets a stack trace; the log does, as one line.
 */
final class Invocation {
  private final RuntimeApi api;
  private final Host host;
  private final BackOff backOff;
  private final RuntimeApi.Event event;
  private final FunctionContext context;
  private final AtomicBoolean answered = new AtomicBoolean();

  Invocation(RuntimeApi api, Host host, BackOff backOff, RuntimeApi.Event event) {
    this.api = api;
    this.host = host;
    this.backOff = backOff;
    this.event = event;
    this.context =
        host.context(event.requestId(), event.memoryMb(), event.limitMillis(), Headers.NONE);
  }

  /** Handles and answers; false when the virtual machine is not to be trusted any more. */
  boolean run(RequestStreamHandler handler, Watchdog watchdog) {
    Thread worker = Thread.currentThread();
    Watchdog.Alarm alarm =
        watchdog.in(Watchdog.before(context.getRemainingTimeInMillis()), () -> timeIsOver(worker));
    try {
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event.body()), result, context);
      alarm.cancel();
      respond(result.toByteArray());
      return true;
    } catch (Throwable failure) {
      alarm.cancel();
      fail(failure);
      return !(failure instanceof VirtualMachineError || failure instanceof IOError);
    } finally {
      // An interrupt meant for this event must not reach the next one.
      Thread.interrupted();
    }
  }

  private void respond(byte[] result) {
    if (!answered.compareAndSet(false, true)) {
      log(LogLevel.WARN, "the handler finished after its time was over; its result is dropped");
      return;
    }
    try {
      post(() -> api.response(result));
    } catch (IOException e) {
      log(LogLevel.ERROR, "the result could not be delivered: " + e.getMessage());
      report("the function's result could not be delivered");
    }
  }

  private void fail(Throwable failure) {
    boolean first = answered.compareAndSet(false, true);
    if (first) {
      report("the function failed; its log has the reason");
    }
    host.logFailure("the handler failed", context.getAwsRequestId(), failure);
  }

  private void timeIsOver(Thread worker) {
    if (answered.compareAndSet(false, true)) {
      log(LogLevel.ERROR, "the function ran out of time");
      report("the function ran out of time");
      worker.interrupt();
    }
  }

  private void report(String sentence) {
    try {
      post(() -> api.error(sentence + " under request id " + context.getAwsRequestId()));
    } catch (IOException e) {
      log(LogLevel.ERROR, "the failure could not be reported: " + e.getMessage());
    }
  }

  private void post(Post post) throws IOException {
    backOff.retry(
        () -> {
          post.run();
          return true;
        });
  }

  private void log(LogLevel level, String message) {
    host.log().with(Map.of("request_id", context.getAwsRequestId())).say(level, message);
  }

  private interface Post {
    void run() throws IOException;
  }
}
