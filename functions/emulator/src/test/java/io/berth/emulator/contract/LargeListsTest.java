// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.Settings;
import io.berth.emulator.TestCloud;
import io.berth.emulator.tcr.RegistryPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2,000 registries and 5,000 codes, made through the API. */
class LargeListsTest {
  private static final int REGISTRIES = 2_000;
  private static final int CODES = 5_000;

  @TempDir static Path folder;
  private static TestCloud cloud;
  private static final List<String> registries = new ArrayList<>();
  private static final List<String> codes = new ArrayList<>();
  private static int calls;

  @BeforeAll
  static void fill() {
    cloud = TestCloud.start(folder, new Settings(RegistryPace.DEFAULT, REGISTRIES, CODES));
    CompletableFuture<Void> other = CompletableFuture.runAsync(LargeListsTest::createCodes);
    createRegistries();
    other.join();
  }

  private static void createRegistries() {
    for (int i = 0; i < REGISTRIES; i++) {
      String json = "{\"RegistryName\":\"payments-" + i + "\",\"RegistryType\":\"basic\"}";
      registries.add(call(TestCloud.TCR, "CreateInstance", json).get("RegistryId").textValue());
    }
  }

  private static void createCodes() {
    for (int i = 0; i < CODES; i++) {
      codes.add(call(TestCloud.TAT, "CreateRegisterCode", "{}").get("RegisterCodeId").textValue());
    }
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  private static JsonNode call(String version, String action, String json) {
    waitForTheNextSecond();
    JsonNode response = cloud.call(version, action, json);
    assertThat(TestCloud.codeOf(response)).as(response.toString()).isEqualTo("ok");
    return response;
  }

  /** No more than 20 calls of an action in a second, whichever threads they come from. */
  private static synchronized void waitForTheNextSecond() {
    if (++calls % 10 == 0) {
      cloud.clock.advance(Duration.ofSeconds(1));
    }
  }

  private static JsonNode page(String version, String action, int offset, int limit) {
    return call(version, action, "{\"Offset\":" + offset + ",\"Limit\":" + limit + "}");
  }

  private static List<String> all(String version, String action, String list, String id, int size) {
    List<String> ids = new ArrayList<>();
    JsonNode page = page(version, action, 0, size);
    while (!page.get(list).isEmpty()) {
      page.get(list).forEach(item -> ids.add(item.get(id).textValue()));
      page = page(version, action, ids.size(), size);
    }
    assertThat(page.get("TotalCount").intValue()).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void pagesThroughAllRegistriesWithoutGapsOrDoubles() {
    for (int size : new int[] {100, 33}) {
      assertThat(all(TestCloud.TCR, "DescribeInstances", "Registries", "RegistryId", size))
          .doesNotHaveDuplicates()
          .containsExactlyElementsOf(registries);
    }
  }

  @Test
  void pagesThroughAllCodesWithoutGapsOrDoubles() {
    for (int size : new int[] {100, 33}) {
      assertThat(
              all(
                  TestCloud.TAT,
                  "DescribeRegisterCodes",
                  "RegisterCodeSet",
                  "RegisterCodeId",
                  size))
          .doesNotHaveDuplicates()
          .containsExactlyElementsOf(codes);
    }
  }

  /** Prints figures and claims nothing: what they are on this machine depends on what else runs. */
  @Test
  void measuresAListBesideTheFloorOfTheSameRun() {
    for (int round = 0; round < 2; round++) {
      long[] floor = nanos(() -> cloud.get("healthz"));
      long[] first = nanos(() -> page(TestCloud.TCR, "DescribeInstances", 1_000, 100));
      long[] second = nanos(() -> page(TestCloud.TAT, "DescribeRegisterCodes", 2_500, 100));
      if (round == 1) {
        System.out.println(
            "list call, 300 of each, one caller: "
                + REGISTRIES
                + " registries "
                + figures(first)
                + "; "
                + CODES
                + " codes "
                + figures(second)
                + "; floor (healthz) "
                + figures(floor));
      }
    }
  }

  private static long[] nanos(Runnable call) {
    long[] nanos = new long[300];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static String figures(long[] sorted) {
    return "p50 %.2f ms, p99 %.2f ms"
        .formatted(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
  }
}
