// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeLoopTest {
  /** The common pool has one thread on two cores, and two of these wait at the same time. */
  private static final Executor OWN_THREAD = task -> new Thread(task).start();

  private static final RequestStreamHandler ECHO = (in, out, context) -> in.transferTo(out);

  private final Lines lines = new Lines();
  private final List<Long> pauses = new CopyOnWriteArrayList<>();
  private FakePlatform platform;
  private RuntimeLoop loop;
  private CompletableFuture<Integer> status;

  @BeforeEach
  void open() throws IOException {
    platform = new FakePlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void saysReadyThenAnswersOneEventAfterTheOther() throws Exception {
    start(ECHO);
    platform.awaitReady();

    assertThat(platform.invoke("{\"a\":1}")).isEqualTo(answered("{\"a\":1}"));
    assertThat(platform.invoke("{\"b\":2}")).isEqualTo(answered("{\"b\":2}"));
    stop();
  }

  @Test
  void contextTellsWhatThePlatformSaid() throws Exception {
    start(
        (in, out, context) ->
            out.write(
                String.join(
                        " ",
                        context.getAwsRequestId(),
                        context.getFunctionName(),
                        context.getFunctionVersion(),
                        "" + context.getMemoryLimitInMB(),
                        "" + context.getRemainingTimeInMillis(),
                        "" + context.getLogGroupName(),
                        "" + context.getLogStreamName(),
                        "" + context.getInvokedFunctionArn(),
                        "" + context.getIdentity(),
                        "" + context.getClientContext())
                    .getBytes(UTF_8)));

    assertThat(platform.deliver("{}", "id-7", 5_000).get(20, TimeUnit.SECONDS))
        .isEqualTo(answered("id-7 fn $LATEST 256 5000 null null null null null"));
    stop();
  }

  @Test
  void makesAnIdWhenThePlatformGivesNone() throws Exception {
    start((in, out, context) -> out.write(context.getAwsRequestId().getBytes(UTF_8)));

    assertThat(platform.deliver("{}", " ", 5_000).get(20, TimeUnit.SECONDS).body())
        .isEqualTo("made-1");
    stop();
  }

  @Test
  void handlerThatThrows_givesAPlainSentenceAndOneLogLine_andTheNextCallIsClean() throws Exception {
    start(
        new RequestStreamHandler() {
          private boolean failed;

          @Override
          public void handleRequest(
              java.io.InputStream in, java.io.OutputStream out, Context context)
              throws IOException {
            if (!failed) {
              failed = true;
              throw new IllegalStateException("inner text");
            }
            in.transferTo(out);
          }
        });

    FakePlatform.PostedAnswer answer =
        platform.deliver("{}", "id-8", 5_000).get(20, TimeUnit.SECONDS);

    assertThat(answer)
        .isEqualTo(
            new FakePlatform.PostedAnswer(
                false, "the function failed; its log has the reason under request id id-8"));
    assertThat(platform.invoke("again")).isEqualTo(answered("again"));
    stop();
    assertThat(lines.json()).hasSize(1);
    assertThat(lines.json().get(0))
        .containsEntry("request_id", "id-8")
        .containsEntry("level", "ERROR")
        .containsEntry("error", "java.lang.IllegalStateException");
    assertThat(lines.json().get(0).get("stack").toString()).contains("inner text");
  }

  @Test
  void handlerThatRunsOutOfTime_isAnsweredForAndItsLateResultDropped() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    start(
        (in, out, context) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            out.write("late".getBytes(UTF_8));
          }
        });

    FakePlatform.PostedAnswer answer =
        platform.deliver("{}", "id-9", 300).get(20, TimeUnit.SECONDS);

    assertThat(answer)
        .isEqualTo(
            new FakePlatform.PostedAnswer(
                false, "the function ran out of time under request id id-9"));
    stop();
    assertThat(platform.answers()).isOne();
    assertThat(lines.text()).contains("its result is dropped");
  }

  @Test
  void interruptOfOneCallDoesNotReachTheNext() throws Exception {
    start(
        (in, out, context) -> {
          String event = new String(in.readAllBytes(), UTF_8);
          if (event.equals("interrupt")) {
            Thread.currentThread().interrupt();
          }
          out.write((event + Thread.currentThread().isInterrupted()).getBytes(UTF_8));
        });

    assertThat(platform.invoke("interrupt").body()).isEqualTo("interrupttrue");
    assertThat(platform.invoke("next").body()).isEqualTo("nextfalse");
    stop();
  }

  @Test
  void failureOfTheMachineIsReportedAndEndsTheProcess() throws Exception {
    start(
        (in, out, context) -> {
          throw new OutOfMemoryError("Java heap space");
        });

    assertThat(platform.invoke("{}").succeeded()).isFalse();
    assertThat(status.get(20, TimeUnit.SECONDS)).isOne();
    assertThat(lines.text()).contains("java.lang.OutOfMemoryError");
  }

  @Test
  void droppedConnectionsAreTriedAgainWithLongerAndLongerWaits() throws Exception {
    platform.dropNext(5);
    start(ECHO);

    assertThat(platform.invoke("{}")).isEqualTo(answered("{}"));
    assertThat(pauses).containsExactly(0L, 100L, 200L, 400L, 800L);
    stop();
  }

  @Test
  void platformThatIsGoneEndsTheProcess() throws Exception {
    platform.close();
    start(ECHO);

    assertThat(status.get(20, TimeUnit.SECONDS)).isOne();
    assertThat(pauses).containsExactly(0L, 100L, 200L, 400L, 800L);
    assertThat(lines.json().get(0).get("msg").toString()).startsWith("the platform is gone: ");
  }

  @Test
  void resultThatThePlatformWillNotTakeBecomesAnError() throws Exception {
    platform.answerResponsesWith(413);
    start(ECHO);

    assertThat(platform.invoke("{}").body())
        .startsWith("the function's result could not be delivered under request id ");
    stop();
  }

  @Test
  void stopWaitsForTheCallThatIsRunning() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    start(
        (in, out, context) -> {
          started.countDown();
          try {
            finish.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          out.write("done".getBytes(UTF_8));
        });
    CompletableFuture<FakePlatform.PostedAnswer> answer = platform.deliver("{}", "id", 30_000);
    assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> stopping =
        CompletableFuture.runAsync(() -> loop.stop(Duration.ofSeconds(20)), OWN_THREAD);
    assertThat(stopping).isNotDone();
    finish.countDown();

    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(answered("done"));
    stopping.get(20, TimeUnit.SECONDS);
    assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void handlerMayAskForAFreshInstance() throws Exception {
    start(
        (in, out, context) -> {
          loop.takeNoMore();
          in.transferTo(out);
        });

    assertThat(platform.invoke("last")).isEqualTo(answered("last"));
    assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
    assertThat(platform.polls()).isOne();
  }

  @Test
  void stopEndsAWaitingPoll() throws Exception {
    start(ECHO);
    platform.invoke("{}");

    stop();

    assertThat(lines.text()).isEmpty();
  }

  private void start(RequestStreamHandler handler) {
    Host host = TestHost.of(platform.environment("fn"), lines);
    int port = Integer.parseInt(host.environment().get("SCF_RUNTIME_API_PORT"));
    RuntimeApi api = new RuntimeApi("127.0.0.1", port);
    loop = new RuntimeLoop(api, host, pauses::add);
    status = CompletableFuture.supplyAsync(() -> loop.run(handler), OWN_THREAD);
  }

  private void stop() throws Exception {
    loop.stop(Duration.ofSeconds(5));
    assertThat(status.get(20, TimeUnit.SECONDS)).isZero();
  }

  private static FakePlatform.PostedAnswer answered(String body) {
    return new FakePlatform.PostedAnswer(true, body);
  }
}
