// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.tcr.RegistryPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelCreatesTest {
  private static final List<String> REGIONS =
      List.of("ap-guangzhou", "ap-shanghai", "eu-frankfurt");

  @TempDir Path folder;

  @Test
  void givesANameToOneOfAHundredCallers() throws Exception {
    try (TestCloud cloud = TestCloud.start(folder, new Settings(RegistryPace.DEFAULT, 100, 100))) {
      List<String> codes = Collections.synchronizedList(new ArrayList<>());
      // 20 at a time, as no more are let through in one second.
      for (int second = 0; second < 5; second++) {
        codes.addAll(together(cloud, 20));
        cloud.clock.advance(Duration.ofSeconds(1));
      }

      assertThat(codes).hasSize(100).containsOnlyOnce("ok");
      assertThat(Collections.frequency(codes, "InvalidParameter.ErrorNameExists")).isEqualTo(99);
      assertThat(cloud.get("state").get("registries")).hasSize(1);
    }
  }

  private static List<String> together(TestCloud cloud, int callers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        String region = REGIONS.get(i % REGIONS.size());
        String json = "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"basic\"}";
        calls.add(
            () -> TestCloud.codeOf(cloud.callIn(region, TestCloud.TCR, "CreateInstance", json)));
      }
      List<String> codes = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        codes.add(call.get());
      }
      return codes;
    } finally {
      threads.shutdownNow();
    }
  }
}
