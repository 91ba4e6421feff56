// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.berth.emulator.junit.EmulatedCloud;
import io.berth.emulator.junit.EmulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class CreateRegistryTest {
  private static final String PAYMENTS =
      "{\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";

  private static CommonClient tcr(EmulatedCloud cloud) {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(cloud.host());
    return new CommonClient(
        "tcr",
        "2019-09-24",
        new Credential(cloud.secretId(), cloud.secretKey()),
        "ap-guangzhou",
        new ClientProfile(ClientProfile.SIGN_TC3_256, http));
  }

  @Test
  void runsAfterAWhile(EmulatedCloud cloud) throws TencentCloudSDKException {
    tcr(cloud).call("CreateInstance", PAYMENTS);
    cloud.advance(Duration.ofMinutes(5));

    assertEquals("Running", cloud.state().at("/registries/0/Status").textValue());
  }

  @Test
  void isMadeThoughTheAnswerIsLost(EmulatedCloud cloud) {
    cloud.faults("[{\"action\":\"CreateInstance\",\"effect\":\"lose-answer\"}]");

    assertThrows(TencentCloudSDKException.class, () -> tcr(cloud).call("CreateInstance", PAYMENTS));
    assertEquals(1, cloud.state().get("registries").size());
  }
}
