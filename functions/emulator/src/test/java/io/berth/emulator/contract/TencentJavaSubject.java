// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.berth.emulator.TestCloud;

/** Calls through {@code com.tencentcloudapi.common.CommonClient}. */
final class TencentJavaSubject implements Subject {
  private final String protocol;
  private final String endpoint;

  TencentJavaSubject(String protocol, String endpoint) {
    this.protocol = protocol;
    this.endpoint = endpoint;
  }

  @Override
  public Reply call(Ask ask) {
    try {
      JsonNode response =
          TestCloud.json(client(ask).call(ask.action(), ask.json())).get("Response");
      return new Reply.Accepted(response, response.get("RequestId").textValue());
    } catch (TencentCloudSDKException e) {
      // What was not answered has no code, or one that the client made up itself.
      return e.getErrorCode() == null || e.getErrorCode().equals("ServerSideError")
          ? new Reply.Lost(e.getMessage())
          : new Reply.Refused(e.getErrorCode(), e.getMessage(), e.getRequestId());
    }
  }

  private CommonClient client(Ask ask) {
    HttpProfile http = new HttpProfile();
    http.setProtocol(protocol);
    http.setEndpoint(endpoint);
    http.setConnTimeout(5);
    http.setReadTimeout(20);
    http.setWriteTimeout(20);
    Key key = ask.key();
    Credential credential =
        key.token()
            .map(token -> new Credential(key.id(), key.secret(), token))
            .orElseGet(() -> new Credential(key.id(), key.secret()));
    return new CommonClient(
        ask.service(),
        ask.version(),
        credential,
        ask.region().orElse(""),
        new ClientProfile(ClientProfile.SIGN_TC3_256, http));
  }
}
