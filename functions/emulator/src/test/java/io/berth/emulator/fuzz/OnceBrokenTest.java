// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.Raw;
import io.berth.emulator.TestCloud;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that were once answered with a failure of the emulator's own. */
class OnceBrokenTest {
  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    assertThat(cloud.log.toString(StandardCharsets.UTF_8)).isEmpty();
    cloud.close();
  }

  @Test
  void refusesParametersThatFoldIntoAList() {
    JsonNode answer =
        cloud.send(
            cloud
                .signed()
                .get(
                    cloud.clock.instant(),
                    "DescribeInstances",
                    TestCloud.TCR,
                    "ap-guangzhou",
                    "0=a&1=b")
                .build());

    assertThat(TestCloud.codeOf(answer)).isEqualTo("UnknownParameter");
  }

  @Test
  void refusesParametersThatFoldIntoAList_inVersionOneToo() {
    Map<String, String> parameters =
        new TreeMap<>(
            Map.of(
                "Action", "DescribeInstances",
                "Version", TestCloud.TCR,
                "Region", "ap-guangzhou",
                "0", "a"));

    JsonNode answer = cloud.send(cloud.signed().formV1(cloud.clock.instant(), parameters).build());

    assertThat(TestCloud.codeOf(answer)).isEqualTo("UnknownParameter");
  }

  @Test
  void refusesAHostOfVeryManyLabels() {
    String host = "a.".repeat(25_000) + "tencentcloudapi.com";

    String answer =
        Raw.exchange(cloud.uri(), "GET / HTTP/1.1\nHost: " + host + "\nConnection: close\n\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (200|400|403) .*");
  }
}
