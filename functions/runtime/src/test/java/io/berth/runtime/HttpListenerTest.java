// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HttpListenerTest {
  private static final HttpFunction SMALL =
      new HttpFunction() {
        @Override
        public HttpReply handle(HttpCall call, Context context) {
          return HttpReply.json(200, Map.of());
        }

        @Override
        public int maxBodyBytes() {
          return 10;
        }
      };

  private final Lines lines = new Lines();
  private final AtomicBoolean fatal = new AtomicBoolean();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void passesACallThroughWithoutThePlatformsHeaders() throws Exception {
    HttpFunction function =
        (call, context) ->
            HttpReply.json(
                200,
                Map.of(
                    "seen",
                    call.method()
                        + " "
                        + call.path()
                        + " "
                        + new String(call.body(), UTF_8)
                        + " "
                        + call.headers().first("x-scf-secret-key").isPresent()
                        + " "
                        + call.headers().first("webhook-id").orElse("")
                        + " "
                        + FunctionContext.platformHeaders(context)
                            .first("x-scf-secret-key")
                            .orElse("")));
    try (HttpListener listener = open(function)) {
      HttpResponse<String> response =
          client.send(
              request(listener, "/")
                  .header("X-Scf-Secret-Key", "canary")
                  .header("Webhook-Id", "w-1")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(response.body()).isEqualTo("{\"seen\":\"POST / {} false w-1 canary\"}");
      assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(lines.text()).doesNotContain("canary");
    }
  }

  @Test
  void contextComesFromThePlatformsHeaders() throws Exception {
    HttpFunction function =
        (call, context) ->
            HttpReply.json(
                200,
                Map.of(
                    "seen",
                    call.requestId()
                        + " "
                        + context.getMemoryLimitInMB()
                        + " "
                        + context.getRemainingTimeInMillis()));
    try (HttpListener listener = open(function)) {
      HttpRequest full =
          request(listener, "/")
              .header("X-Scf-Request-Id", "r-1")
              .header("X-Scf-Memory", "512")
              .header("X-Scf-Timeout", "30")
              .GET()
              .build();
      HttpRequest millis = request(listener, "/").header("X-Scf-Timeout", "30000").GET().build();
      HttpRequest bare = request(listener, "/").header("X-Scf-Memory", "lots").GET().build();

      assertThat(send(full)).contains("\"r-1 512 30000\"");
      assertThat(send(millis)).contains("made-1 0 30000");
      assertThat(send(bare)).contains("made-2 0 900000");
    }
  }

  @Test
  void eventInvokeTakesAnEvent() throws Exception {
    HttpFunction function =
        (call, context) -> HttpReply.json(201, Map.of("body", new String(call.body(), UTF_8)));
    try (HttpListener listener = open(function)) {
      HttpRequest event =
          request(listener, "/event-invoke")
              .POST(
                  BodyPublishers.ofString(
                      "{\"httpMethod\":\"POST\",\"path\":\"/\",\"body\":\"hi\"}"))
              .build();

      assertThat(send(event))
          .isEqualTo(
              "{\"isBase64Encoded\":false,\"statusCode\":201,"
                  + "\"headers\":{\"Content-Type\":\"application/json\"},"
                  + "\"body\":\"{\\\"body\\\":\\\"hi\\\"}\"}");
    }
  }

  @Test
  void handlerOfPlainEventsGetsHttpAsAnEvent() throws Exception {
    RequestStreamHandler handler =
        new JsonRequestHandler(
            (event, context) ->
                Map.of(
                    "statusCode",
                    202,
                    "headers",
                    Map.of("X-Method", event.get("httpMethod")),
                    "body",
                    "got " + event.get("body")));
    try (HttpListener listener = HttpListener.open(host(), handler, () -> {})) {
      HttpResponse<String> response =
          client.send(
              request(listener, "/a").POST(BodyPublishers.ofString("{}")).build(),
              BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(202);
      assertThat(response.headers().firstValue("X-Method")).contains("POST");
      assertThat(response.body()).isEqualTo("got e30=");
    }
  }

  /** Whoever has the answer may call again at once, on the last free place too. */
  @Test
  void placeIsFreeBeforeItsAnswerIsThere() throws Exception {
    int others = HttpListener.CALLS - 1;
    CountDownLatch running = new CountDownLatch(others);
    CountDownLatch end = new CountDownLatch(1);
    HttpFunction function =
        (call, context) -> {
          if (call.path().equals("/wait")) {
            running.countDown();
            awaitQuietly(end);
          }
          return HttpReply.json(200, Map.of());
        };
    try (HttpListener listener = open(function)) {
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < others; i++) {
        HttpRequest wait = request(listener, "/wait").GET().build();
        waiting.add(client.sendAsync(wait, BodyHandlers.ofString()));
      }
      assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
      HttpClient quick = HttpClient.newHttpClient();

      for (int i = 0; i < 500; i++) {
        HttpResponse<String> answer =
            quick.send(request(listener, "/").GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("call " + i).isEqualTo(200);
      }

      end.countDown();
      for (CompletableFuture<HttpResponse<String>> one : waiting) {
        assertThat(one.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void moreCallsThanItRunsAtOnceAreToldToComeBack() throws Exception {
    CountDownLatch running = new CountDownLatch(HttpListener.CALLS);
    CountDownLatch finish = new CountDownLatch(1);
    HttpFunction function =
        (call, context) -> {
          running.countDown();
          awaitQuietly(finish);
          return HttpReply.json(200, Map.of());
        };
    try (HttpListener listener = open(function)) {
      List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < HttpListener.CALLS; i++) {
        calls.add(client.sendAsync(request(listener, "/").GET().build(), BodyHandlers.ofString()));
      }
      assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

      HttpResponse<String> tooMany =
          client.send(request(listener, "/").GET().build(), BodyHandlers.ofString());

      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(tooMany.headers().firstValue("Retry-After")).contains("1");
      assertThat(tooMany.body()).contains("\"Outcome\":\"refused\"");
      finish.countDown();
      for (CompletableFuture<HttpResponse<String>> call : calls) {
        assertThat(call.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void largeBodiesAndStrangePathsAreRefused() throws Exception {
    try (HttpListener listener = open(SMALL)) {
      HttpRequest large =
          request(listener, "/").POST(BodyPublishers.ofString("x".repeat(11))).build();

      assertThat(client.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
      for (String path : List.of("/%2e%2e", "/a//b", "/a/../b")) {
        assertThat(
                client
                    .send(request(listener, path).GET().build(), BodyHandlers.ofString())
                    .statusCode())
            .as(path)
            .isEqualTo(404);
      }
    }
  }

  /** The platform passes bodies of up to 6 MB, and may read an answer only when it has sent all. */
  @Test
  void senderOfALargeBodyCanSendItToItsEndAndIsAnswered() throws Exception {
    try (HttpListener listener = open(SMALL);
        Socket sender = new Socket("127.0.0.1", listener.port())) {
      byte[] large = new byte[6 << 20];
      String head = "POST / HTTP/1.1\r\nHost: fn\r\nContent-Length: " + large.length + "\r\n\r\n";

      sender.getOutputStream().write(head.getBytes(UTF_8));
      sender.getOutputStream().write(large);

      assertThat(new String(sender.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void functionThatThrows_isAnsweredAsUnknownAndLogged() throws Exception {
    try (HttpListener listener =
        open(
            (call, context) -> {
              throw new IllegalStateException("inner text");
            })) {
      HttpResponse<String> response =
          client.send(request(listener, "/").GET().build(), BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(response.body()).contains("\"Outcome\":\"unknown\"").doesNotContain("inner text");
      assertThat(lines.text()).contains("inner text");
      assertThat(fatal).isFalse();
    }
  }

  @Test
  void failureOfTheMachineAsksForTheEnd() throws Exception {
    try (HttpListener listener =
        open(
            (call, context) -> {
              throw new OutOfMemoryError("Java heap space");
            })) {
      assertThat(
              client
                  .send(request(listener, "/").GET().build(), BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(504);
      assertThat(fatal).isTrue();
    }
  }

  @Test
  void portInUseIsAnInitFailure() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      Host host = TestHost.of(Map.of("PORT", "" + taken.getLocalPort(), "_HANDLER", "fn"), lines);

      int status =
          new ScfRuntime(
                  host,
                  name ->
                      java.util.Optional.of(
                          new HttpEventHandler((call, context) -> HttpReply.json(200, Map.of()))))
              .run();

      assertThat(status).isOne();
      assertThat(lines.json().get(0).get("msg").toString())
          .startsWith("init failed: cannot listen on PORT: ");
    }
  }

  private String send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(HttpListener listener, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
  }

  private HttpListener open(HttpFunction function) throws IOException {
    return HttpListener.open(host(), new HttpEventHandler(function), () -> fatal.set(true));
  }

  private Host host() {
    return TestHost.of(Map.of("PORT", "0", "_HANDLER", "fn"), lines);
  }
}
