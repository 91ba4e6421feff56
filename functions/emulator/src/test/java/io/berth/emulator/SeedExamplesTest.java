// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input examples of the two documents, and their output examples with ids left out. */
class SeedExamplesTest {
  private static final String REGISTRY =
      "{\"Response\":{\"RegistryId\":\"<tcr>\",\"RequestId\":\"<uuid>\"}}";
  private static final String CODE =
      "{\"Response\":{\"RegisterCodeId\":\"<uuid>\",\"RegisterCodeValue\":\"<hex64>\","
          + "\"RequestId\":\"<uuid>\"}}";
  private static final String WEBSERVER =
      """
      {
          "Description": "webserver",
          "InstanceNamePrefix": "webserver",
          "RegisterLimit": 10,
          "EffectiveTime": 4,
          "IpAddressRange": "192.168.10.1/10"
      }
      """;

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

  private String shape(HttpRequest.Builder request) {
    return cloud
        .exchange(request.build())
        .body()
        .replaceAll("\"[0-9a-f]{64}\"", "\"<hex64>\"")
        .replaceAll("\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"", "\"<uuid>\"")
        .replaceAll("\"tcr-[a-z0-9]{8}\"", "\"<tcr>\"");
  }

  private Map<String, String> createInstance(String... more) {
    Map<String, String> parameters =
        new TreeMap<>(
            Map.of(
                "Action", "CreateInstance",
                "Version", "2019-09-24",
                "Region", "ap-guangzhou",
                "RegistryName", "tcr-test",
                "RegistryType", "standard",
                "SyncTag", "True"));
    for (int i = 0; i < more.length; i += 2) {
      parameters.put(more[i], more[i + 1]);
    }
    return parameters;
  }

  @Test
  void createInstanceByGetWithVersionOne() {
    assertThat(shape(cloud.signed().getV1(cloud.clock.instant(), createInstance())))
        .isEqualTo(REGISTRY);
    assertThat(cloud.get("state").at("/registries/0/SyncTag").booleanValue()).isTrue();
  }

  @Test
  void createInstanceByGetWithVersionOneAndSha256() {
    Map<String, String> parameters = createInstance("SignatureMethod", "HmacSHA256");

    assertThat(shape(cloud.signed().getV1(cloud.clock.instant(), parameters))).isEqualTo(REGISTRY);
  }

  @Test
  void createInstanceByFormWithVersionOneAndFlattenedTags() {
    Map<String, String> parameters =
        createInstance(
            "TagSpecification.ResourceType", "instance",
            "TagSpecification.Tags.0.Key", "env",
            "TagSpecification.Tags.0.Value", "dev 1*~",
            "RegistryChargeType", "1",
            "RegistryChargePrepaid.Period", "1",
            "RegistryChargePrepaid.RenewFlag", "0");

    assertThat(shape(cloud.signed().formV1(cloud.clock.instant(), parameters))).isEqualTo(REGISTRY);
    assertThat(cloud.get("state").at("/registries/0/TagSpecification"))
        .hasToString(
            "{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"dev 1*~\"}]}");
  }

  @Test
  void createInstanceByGetWithVersionThree() {
    String query = "RegistryName=tcr-test&RegistryType=standard&SyncTag=True";

    assertThat(
            shape(
                cloud
                    .signed()
                    .get(
                        cloud.clock.instant(),
                        "CreateInstance",
                        TestCloud.TCR,
                        "ap-guangzhou",
                        query)))
        .isEqualTo(REGISTRY);
  }

  @Test
  void createInstanceByJson() {
    assertThat(
            post(
                TestCloud.TCR,
                "CreateInstance",
                "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\",\"SyncTag\":true}"))
        .isEqualTo(REGISTRY);
  }

  @Test
  void createRegisterCodeWithParameters() {
    assertThat(post(TestCloud.TAT, "CreateRegisterCode", WEBSERVER)).isEqualTo(CODE);
    assertThat(cloud.get("state").at("/registerCodes/0/IpAddressRange").textValue())
        .isEqualTo("192.168.10.1/10");
  }

  @Test
  void createRegisterCodeWithoutParameters() {
    assertThat(post(TestCloud.TAT, "CreateRegisterCode", "{}")).isEqualTo(CODE);
  }

  @Test
  void createRegisterCodeWithUnsignedPayload() {
    assertThat(
            shape(
                cloud
                    .signed()
                    .unsignedPayload(
                        cloud.clock.instant(),
                        "CreateRegisterCode",
                        TestCloud.TAT,
                        "ap-guangzhou",
                        WEBSERVER)))
        .isEqualTo(CODE);
  }

  @Test
  void createRegisterCodeByGetWithVersionThreeAndNoParameters() {
    assertThat(
            shape(
                cloud
                    .signed()
                    .get(
                        cloud.clock.instant(),
                        "CreateRegisterCode",
                        TestCloud.TAT,
                        "ap-guangzhou",
                        "")))
        .isEqualTo(CODE);
  }

  private String post(String version, String action, String json) {
    return shape(cloud.signed().post(cloud.clock.instant(), action, version, "ap-guangzhou", json));
  }
}
