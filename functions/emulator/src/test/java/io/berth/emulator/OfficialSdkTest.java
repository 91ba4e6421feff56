// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tencent's own client (tencentcloud-sdk-java-common) against the emulator. */
class OfficialSdkTest {
  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    // The client stamps with the machine's clock, so the emulator has to follow it.
    cloud.clock.advance(Duration.between(cloud.clock.instant(), Clock.systemUTC().instant()));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private CommonClient client(String product, String version, String host, Credential key) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(host + ":" + cloud.uri().getPort());
    http.setConnTimeout(5);
    http.setReadTimeout(10);
    http.setWriteTimeout(10);
    ClientProfile profile = new ClientProfile(ClientProfile.SIGN_TC3_256, http);
    return new CommonClient(product, version, key, "ap-guangzhou", profile);
  }

  private CommonClient tcr() {
    return client("tcr", TestCloud.TCR, "127.0.0.1", key());
  }

  private CommonClient tat() {
    return client("tat", TestCloud.TAT, "127.0.0.1", key());
  }

  private static Credential key() {
    return new Credential(TestCloud.ID, TestCloud.KEY);
  }

  private static JsonNode response(String body) {
    return TestCloud.json(body).get("Response");
  }

  private static TencentCloudSDKException refusal(CommonClient client, String action, String json) {
    return catchThrowableOfType(TencentCloudSDKException.class, () -> client.call(action, json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void createsAndDescribesARegistry(String host) throws TencentCloudSDKException {
    CommonClient tcr = client("tcr", TestCloud.TCR, host, key());

    JsonNode created =
        response(
            tcr.call(
                "CreateInstance",
                "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\",\"SyncTag\":true}"));
    JsonNode described =
        response(
            tcr.call(
                "DescribeInstances",
                "{\"Registryids\":[\"" + created.get("RegistryId").textValue() + "\"]}"));

    assertThat(created.get("RegistryId").textValue()).matches("tcr-[a-z0-9]{8}");
    assertThat(described.at("/Registries/0/Status").textValue()).isEqualTo("Pending");
  }

  @Test
  void createsDescribesAndDisablesACode() throws TencentCloudSDKException {
    JsonNode created =
        response(tat().call("CreateRegisterCode", "{\"Description\":\"webserver\"}"));
    String ids = "{\"RegisterCodeIds\":[\"" + created.get("RegisterCodeId").textValue() + "\"]}";

    assertThat(created.get("RegisterCodeValue").textValue()).matches("[0-9a-f]{64}");
    assertThat(
            response(tat().call("DescribeRegisterCodes", ids))
                .at("/RegisterCodeSet/0/Enabled")
                .booleanValue())
        .isTrue();
    tat().call("DisableRegisterCodes", ids);
    assertThat(
            response(tat().call("DescribeRegisterCodes", ids))
                .at("/RegisterCodeSet/0/Enabled")
                .booleanValue())
        .isFalse();
  }

  @Test
  void getsTypedErrors() {
    TencentCloudSDKException illegal =
        refusal(tcr(), "CreateInstance", "{\"RegistryName\":\"A\",\"RegistryType\":\"basic\"}");

    assertThat(illegal.getErrorCode()).isEqualTo("InvalidParameter.ErrorNameIllegal");
    assertThat(illegal.getMessage()).contains("Invalid instance name.");
    assertThat(illegal.getRequestId()).hasSize(36);
    List<TencentCloudSDKException> others =
        List.of(
            refusal(tcr(), "DescribeInstances", "{\"Limit\":0}"),
            refusal(tat(), "CreateRegisterCode", "{\"RegisterLimit\":0}"),
            refusal(tat(), "DescribeRegisterCodes", "{\"RegisterCodeIds\":[\"x\"]}"),
            refusal(tat(), "DisableRegisterCodes", "{}"),
            refusal(
                client("tcr", TestCloud.TCR, "127.0.0.1", new Credential(TestCloud.ID, "wrong")),
                "DescribeInstances",
                "{}"));
    assertThat(others)
        .extracting(TencentCloudSDKException::getErrorCode)
        .containsExactly(
            "InvalidParameter",
            "InvalidParameterValue.TooSmall",
            "InvalidParameterValue.InvalidRegisterCodeId",
            "MissingParameter",
            "AuthFailure.SignatureFailure");
  }
}
