// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runtime API on the wire; instances are stood in for by a list of what they were told. */
class RuntimeApiServerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Recorder recorder = new Recorder();
  private RuntimeApiServer api;
  private RuntimeApiServer.RuntimePort port;

  private static final class Recorder implements RuntimeApiServer.RuntimeCalls {
    final List<String> told = new CopyOnWriteArrayList<>();
    final BlockingQueue<RuntimeApiServer.WaitingPoll> polls = new LinkedBlockingQueue<>();

    @Override
    public void ready() {
      told.add("ready");
    }

    @Override
    public void next(RuntimeApiServer.WaitingPoll poll) {
      polls.add(poll);
    }

    @Override
    public void response(byte[] body) {
      told.add("response of " + body.length);
    }

    @Override
    public void responseTooLarge() {
      told.add("too large");
    }

    @Override
    public void error(String text) {
      told.add("error " + text);
    }
  }

  @BeforeEach
  void start() throws Exception {
    api = RuntimeApiServer.start();
    port = api.open(recorder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.number() + path));
  }

  private int post(String path, String body) throws Exception {
    return http.send(
            request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void handsOnWhatTheRuntimePosts() throws Exception {
    assertThat(post("/runtime/init/ready", " ")).isEqualTo(200);
    assertThat(post("/runtime/invocation/response", "{}")).isEqualTo(200);
    assertThat(post("/runtime/invocation/error", "parse event error")).isEqualTo(200);

    assertThat(recorder.told).containsExactly("ready", "response of 2", "error parse event error");
  }

  @Test
  void holdsThePollUntilThereIsAnEvent() throws Exception {
    CompletableFuture<HttpResponse<String>> poll =
        http.sendAsync(request("/runtime/invocation/next").build(), BodyHandlers.ofString());
    RuntimeApiServer.WaitingPoll held = recorder.polls.take();
    assertThat(poll).isNotDone();

    held.event(
        new FunctionInvocation("r-1", "{\"a\":\"ü\"}"),
        new FunctionConfiguration("h", 512, 30, 60, Map.of(), "", "", ScfJson.object()));

    assertThat(poll.get().statusCode()).isEqualTo(200);
    assertThat(poll.get().body()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(poll.get().headers().firstValue("request_id")).hasValue("r-1");
    assertThat(poll.get().headers().firstValue("memory_limit_in_mb")).hasValue("512");
    assertThat(poll.get().headers().firstValue("time_limit_in_ms")).hasValue("30000");
  }

  @Test
  void refusesThePollOfAnInstanceThatEnds() throws Exception {
    CompletableFuture<HttpResponse<String>> poll =
        http.sendAsync(request("/runtime/invocation/next").build(), BodyHandlers.ofString());

    recorder.polls.take().refuse("this instance is being ended");

    assertThat(poll.get().statusCode()).isEqualTo(410);
    assertThat(poll.get().body()).isEqualTo("{\"msg\":\"this instance is being ended\"}\n");
  }

  @Test
  void tellsInstancesApartByTheirPort() throws Exception {
    Recorder second = new Recorder();
    RuntimeApiServer.RuntimePort other = api.open(second);
    assertThat(other.number()).isNotEqualTo(port.number());

    assertThat(post("/runtime/init/ready", "")).isEqualTo(200);

    assertThat(recorder.told).containsExactly("ready");
    assertThat(second.told).isEmpty();
    other.listener().close();
    assertThat(post("/runtime/init/ready", "")).isEqualTo(200);
  }

  @Test
  void refusesAResponseAbove6Mb() throws Exception {
    assertThat(post("/runtime/invocation/response", "x".repeat(6 * 1024 * 1024 + 1)))
        .isEqualTo(413);

    assertThat(recorder.told).containsExactly("too large");
  }

  @Test
  void refusesPathsThatThereAreNotAndPagesOfABrowser() throws Exception {
    assertThat(post("/2018-06-01/runtime/init/error", "x")).isEqualTo(404);
    HttpRequest page =
        request("/runtime/invocation/response")
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(http.send(page, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    assertThat(recorder.told).isEmpty();
  }
}
