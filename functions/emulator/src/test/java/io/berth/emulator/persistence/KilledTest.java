// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.Signed;
import io.berth.emulator.TestCloud;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a folder, killed with SIGKILL and started again on it. */
class KilledTest {
  private static final int ROUNDS = 4;
  private static final int CALLERS = 4;
  private static final int ANSWERS = 20;

  @TempDir Path folder;

  @Test
  void whatWasAnsweredRightBeforeTheKillIsThere() throws Exception {
    List<String> created = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (KilledEmulator emulator = new KilledEmulator(folder)) {
        assertThat(registries(emulator)).isEqualTo(created);
        created.add(create(emulator, "payments-" + round));
        emulator.kill();
      }
    }
    try (KilledEmulator emulator = new KilledEmulator(folder)) {
      assertThat(registries(emulator)).isEqualTo(created);
    }
  }

  @Test
  void aKillInTheMiddleOfManyCallsLosesNoneThatWasAnswered() throws Exception {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    JsonNode code;
    try (KilledEmulator emulator = new KilledEmulator(folder)) {
      code = call(emulator, TestCloud.TAT, "CreateRegisterCode", "{\"RegisterLimit\":10000}");
    }
    for (int round = 0; round < ROUNDS; round++) {
      try (KilledEmulator emulator = new KilledEmulator(folder)) {
        killUnderWay(emulator, code, "m-" + round, answered);
      }
      try (KilledEmulator emulator = new KilledEmulator(folder)) {
        assertThat(state(emulator, "registeredInstances").findValuesAsText("InstanceId"))
            .containsAll(answered);
      }
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ROUNDS * ANSWERS);
  }

  private static void killUnderWay(
      KilledEmulator emulator, JsonNode code, String machines, Set<String> answered)
      throws Exception {
    CountDownLatch enough = new CountDownLatch(ANSWERS);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int caller = 0; caller < CALLERS; caller++) {
      String prefix = machines + "-" + caller + "-";
      callers.submit(
          () -> {
            // Ends with the connection, when the process is killed.
            for (int i = 0; ; i++) {
              answered.add(register(emulator, code, prefix + i));
              enough.countDown();
            }
          });
    }
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    emulator.kill();
    callers.shutdown();
    assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private static String register(KilledEmulator emulator, JsonNode code, String machine)
      throws IOException, InterruptedException {
    String answer =
        emulator.send(
            HttpRequest.newBuilder(emulator.cloud().resolve("/agent"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(AgentCalls.body(code, machine)))
                .build());
    return TestCloud.json(answer).at("/Response/InstanceId").textValue();
  }

  private static String create(KilledEmulator emulator, String name) throws Exception {
    String json = "{\"RegistryName\":\"" + name + "\",\"RegistryType\":\"basic\"}";
    return call(emulator, TestCloud.TCR, "CreateInstance", json).get("RegistryId").textValue();
  }

  private static JsonNode call(KilledEmulator emulator, String version, String action, String json)
      throws Exception {
    HttpRequest request =
        new Signed(emulator.cloud(), TestCloud.ID, TestCloud.KEY)
            .post(Instant.now(), action, version, "ap-guangzhou", json)
            .build();
    return TestCloud.json(emulator.send(request)).get("Response");
  }

  private static List<String> registries(KilledEmulator emulator) throws Exception {
    return state(emulator, "registries").findValuesAsText("RegistryId");
  }

  private static JsonNode state(KilledEmulator emulator, String part) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(emulator.cloud().resolve("/_emulator/state")).build();
    return TestCloud.json(emulator.send(request)).get(part);
  }
}
