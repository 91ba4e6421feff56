// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultEffectsTest {
  private static final String REGISTRY =
      "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"basic\"}";

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private void fault(String rule) {
    assertThat(cloud.admin("PUT", "faults", "[" + rule + "]").statusCode()).isEqualTo(200);
  }

  @Test
  void answersWithTheErrorAndChangesNothing() {
    fault(
        "{\"action\":\"CreateInstance\",\"effect\":\"error\","
            + "\"code\":\"FailedOperation.TradeFailed\",\"message\":\"The transaction failed.\"}");

    JsonNode refused = cloud.call(TCR, "CreateInstance", REGISTRY);

    assertThat(TestCloud.codeOf(refused)).isEqualTo("FailedOperation.TradeFailed");
    assertThat(TestCloud.messageOf(refused)).isEqualTo("The transaction failed.");
    assertThat(cloud.get("state").get("registries")).isEmpty();
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("ok");
  }

  @Test
  void closesTheConnectionBeforeAnythingHappens() {
    fault("{\"action\":\"CreateInstance\",\"effect\":\"close\"}");

    assertThatThrownBy(() -> cloud.call(TCR, "CreateInstance", REGISTRY))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void losesTheAnswerAndKeepsTheEffect() {
    fault("{\"action\":\"CreateRegisterCode\",\"effect\":\"lose-answer\",\"nth\":2}");

    assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
    assertThatThrownBy(() -> cloud.call(TAT, "CreateRegisterCode", "{}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(cloud.get("state").get("registerCodes")).hasSize(2);
    JsonNode last = cloud.get("requests").at("/requests/1");
    assertThat(last.get("Code").textValue()).isEqualTo("ok");
    assertThat(last.get("Fault").textValue()).isEqualTo("lose-answer");
    assertThat(cloud.get("faults").at("/faults/0"))
        .hasToString(
            "{\"action\":\"CreateRegisterCode\",\"nth\":2,\"count\":1,\"effect\":\"lose-answer\","
                + "\"seen\":2,\"struck\":1}");
  }

  @Test
  void waitsBeforeOrAfterTheEffect() {
    for (String effect : new String[] {"latency", "late-answer"}) {
      fault("{\"effect\":\"" + effect + "\",\"millis\":150}");
      long start = System.nanoTime();

      assertThat(cloud.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");

      assertThat(System.nanoTime() - start).isGreaterThan(150_000_000L);
    }
  }

  @Test
  void strikesOnlyCallsThatAreSigned() {
    fault("{\"effect\":\"close\"}");
    Signed stranger = new Signed(cloud.uri(), "AKIDunknown", TestCloud.KEY);

    assertThat(
            TestCloud.codeOf(
                cloud.send(
                    stranger
                        .post(cloud.clock.instant(), "DescribeInstances", TCR, "ap-guangzhou", "{}")
                        .build())))
        .isEqualTo("AuthFailure.SecretIdNotFound");
    assertThat(cloud.get("faults").at("/faults/0/seen").longValue()).isZero();
  }
}
