// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.error;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error messages in the language that the caller asks for. */
class LanguageTest {
  private static final String ILLEGAL = "{\"RegistryName\":\"A\",\"RegistryType\":\"basic\"}";

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

  private String message(String language, String version, String action, String json) {
    return messageOf(
        cloud.send(
            cloud
                .signed()
                .post(cloud.clock.instant(), action, version, "ap-guangzhou", json)
                .header("X-TC-Language", language)
                .build()));
  }

  @Test
  void answersInChineseWhenAskedTo() {
    assertThat(message("zh-CN", TCR, "CreateInstance", ILLEGAL)).isEqualTo("实例名称非法。");
    assertThat(message("zh-CN", TAT, "CreateRegisterCode", "{\"RegisterLimit\":0}"))
        .isEqualTo("参数取值过小。（RegisterLimit must be at least 1.）");
  }

  @Test
  void answersInEnglishOtherwise() {
    assertThat(message("en-US", TCR, "CreateInstance", ILLEGAL))
        .isEqualTo("Invalid instance name.");
    assertThat(message("pt-BR", TCR, "CreateInstance", ILLEGAL))
        .isEqualTo("Invalid instance name.");
  }

  @Test
  void takesTheLanguageOfVersionOneFromTheParameters() {
    JsonNode response =
        cloud.send(
            cloud
                .signed()
                .getV1(
                    cloud.clock.instant(),
                    Map.of(
                        "Action", "CreateInstance",
                        "Version", TCR,
                        "Region", "ap-guangzhou",
                        "RegistryName", "A",
                        "RegistryType", "basic",
                        "Language", "zh-CN"))
                .build());

    assertThat(messageOf(response)).isEqualTo("实例名称非法。");
  }

  @Test
  void keepsTheWordsThatClientsParse() {
    String last = "";
    for (int i = 0; i < 21; i++) {
      last = message("zh-CN", TCR, "DescribeInstances", "{}");
    }

    assertThat(last)
        .isEqualTo(
            "请求的次数超过了频率限制。（Your current request times equals to `21` in a second,"
                + " which exceeds the frequency limit `20` for a second. Please reduce the"
                + " frequency of calls.）");
  }

  @Test
  void leavesAMessageAloneWhoseCodeNoDocumentKnows() {
    assertThat(ErrorMessages.of(new ApiError("Nonsense", "Words."), "zh-CN")).isEqualTo("Words.");
  }
}
