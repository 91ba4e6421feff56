// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several requests at once in one instance, which only Web functions and images know. */
class ParallelCallsIT {
  /** As many as the listener lets in at once. */
  private static final int CALLS = 32;

  @TempDir private Path folder;
  private final CountDownLatch arrived = new CountDownLatch(CALLS);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private FakeCloud cloud;
  private Fixture function;
  private Port9000 port;

  @BeforeEach
  void open() throws IOException {
    cloud = new FakeCloud();
    cloud.twist(
        request -> {
          arrived.countDown();
          goOn.await();
          return Optional.empty();
        });
    function = new Fixture(FunctionName.TCR_DESCRIBE_INSTANCES, cloud.uri());
    port = Port9000.open(UnpackedBundle.below(folder), function, false, folder);
  }

  @AfterEach
  void close() {
    goOn.countDown();
    threads.shutdownNow();
    port.close();
    cloud.close();
  }

  @Test
  void eachIsSignedWithItsOwnKeys_andOneTooManyIsToldToComeBack() throws Exception {
    List<Future<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      int number = i;
      calls.add(threads.submit(() -> call(number)));
    }
    assertThat(arrived.await(60, TimeUnit.SECONDS)).as("all are with the cloud at once").isTrue();

    HttpResponse<String> tooMany = call(CALLS);

    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After")).contains("1");
    assertThat(tooMany.body()).contains("\"Code\":\"too_many_calls\"", "\"Outcome\":\"refused\"");
    goOn.countDown();
    for (Future<HttpResponse<String>> call : calls) {
      assertThat(call.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
    assertThat(call(CALLS).statusCode()).as("there is room again").isEqualTo(200);
    assertThat(cloud.requests)
        .hasSize(CALLS + 1)
        .allSatisfy(ParallelCallsIT::isSignedWithTheKeysOfItsOwnCall);
    assertThat(port.output()).doesNotContain("canary");
  }

  /** Each asks for another page, by which its request to the cloud is known again. */
  private HttpResponse<String> call(int number) throws Exception {
    String body = "{\"Region\":\"ap-guangzhou\",\"Offset\":" + number + ",\"Limit\":10}";
    Map<String, String> headers =
        new LinkedHashMap<>(CalledFunction.signed(function.ci, "page-" + number, body, Map.of()));
    headers.put("X-Scf-Secret-Id", secretId(number));
    headers.put("X-Scf-Secret-Key", secretKey(number));
    headers.put("X-Scf-Session-Token", "canary-token-" + number);
    return port.send("POST", "/", port.nextId(), headers, body.getBytes(UTF_8));
  }

  private static void isSignedWithTheKeysOfItsOwnCall(FakeCloud.CloudRequest request) {
    int number = ((Long) request.json().get("Offset")).intValue();
    assertThat(request.headers())
        .containsEntry("x-tc-token", "canary-token-" + number)
        .containsEntry(
            "authorization", Tc3.authorization(request, secretId(number), secretKey(number)));
  }

  /** Few ids, so that a key kept for an id would be found out. */
  private static String secretId(int number) {
    return "AKID" + number % 2;
  }

  private static String secretKey(int number) {
    return "canary-key-" + number;
  }
}
