// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Settings#loose} lets pass, and what it does not. */
class LooseTest {
  private static final String UNKNOWN =
      "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"basic\",\"Colour\":\"red\"}";

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder, Settings.DEFAULT.withLoose(true));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void ignoresUnknownParameters() {
    assertThat(cloud.code(TCR, "CreateInstance", UNKNOWN)).isEqualTo("ok");
    assertThat(cloud.get("state").at("/registries/0/RegistryName").textValue())
        .isEqualTo("tcr-test");
  }

  @Test
  void ignoresThemInQueriesToo() {
    assertThat(
            TestCloud.codeOf(
                cloud.send(
                    cloud
                        .signed()
                        .get(
                            cloud.clock.instant(),
                            "DescribeRegisterCodes",
                            TAT,
                            "ap-guangzhou",
                            "Colour=red&Limit=20")
                        .build())))
        .isEqualTo("ok");
  }

  @Test
  void readsTextsInJsonAsTencentsOwnExampleWritesThem() {
    String id = cloud.call(TCR, "CreateInstance", UNKNOWN).get("RegistryId").textValue();
    cloud.clock.advance(Duration.ofSeconds(5));
    String named = "{\"RegistryId\":\"" + id + "\",\"NamespaceName\":\"web\"";

    assertThat(cloud.code(TCR, "CreateNamespace", named + ",\"IsPublic\":\"true\"}"))
        .isEqualTo("ok");
    assertThat(
            cloud
                .call(TCR, "DescribeNamespaces", named + ",\"Limit\":\"20\"}")
                .at("/NamespaceList/0/Public")
                .booleanValue())
        .isTrue();
  }

  @Test
  void stillChecksValuesAndWhatIsRequired() {
    assertThat(cloud.code(TCR, "CreateInstance", "{\"registryName\":\"tcr-test\"}"))
        .isEqualTo("MissingParameter");
    assertThat(cloud.code(TAT, "DescribeRegisterCodes", "{\"Limit\":\"many\"}"))
        .isEqualTo("InvalidParameter");
    assertThat(cloud.code(TAT, "CreateRegisterCode", "{\"RegisterLimit\":\"0\"}"))
        .isEqualTo("InvalidParameterValue.TooSmall");
  }

  @Test
  void stillChecksSignatures() {
    Signed wrong = new Signed(cloud.uri(), TestCloud.ID, "wrong");

    assertThat(
            TestCloud.codeOf(
                cloud.send(
                    wrong
                        .post(cloud.clock.instant(), "CreateInstance", TCR, "ap-guangzhou", UNKNOWN)
                        .build())))
        .isEqualTo("AuthFailure.SignatureFailure");
  }
}
