// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.CommonRequest;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.URI;

/** Calls through the official SDK's CommonClient with its default settings. */
public final class SdkLoad {
  private SdkLoad() {}

  static CommonClient client(String cloud) {
    URI uri = URI.create(cloud);
    HttpProfile http = new HttpProfile();
    http.setProtocol(uri.getScheme() + "://");
    http.setEndpoint(uri.getAuthority());
    return new CommonClient(
        "tcr",
        "2019-09-24",
        new Credential("AKIDbench", "bench", "bench"),
        "ap-guangzhou",
        new ClientProfile(ClientProfile.SIGN_TC3_256, http));
  }

  /** {@code CLOUD THREADS CALLS}: see {@link Load}. */
  public static void main(String... words) throws Exception {
    CommonClient client = client(words[0]);
    Load.run(
        words,
        () -> {
          if (!client
              .commonRequest(new CommonRequest(SignedCalls.CLOUD_FIELDS), "CreateInstance")
              .contains("tcr-")) {
            throw new IllegalStateException("not created");
          }
        });
  }
}
