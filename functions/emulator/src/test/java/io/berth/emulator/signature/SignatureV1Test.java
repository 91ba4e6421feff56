// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published example of Signature v1 for the example key, with both hash functions. */
class SignatureV1Test {
  private static final String KEY = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
  private static final String HOST = "cvm.tencentcloudapi.com";
  private static final String PLAIN =
      "GETcvm.tencentcloudapi.com/?Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20"
          + "&Nonce=11886&Offset=0&Region=ap-guangzhou&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE"
          + "&Timestamp=1465185768&Version=2017-03-12";

  private final Map<String, String> parameters = new TreeMap<>();

  SignatureV1Test() {
    for (String pair : PLAIN.substring(PLAIN.indexOf('?') + 1).split("&")) {
      parameters.put(pair.split("=")[0], pair.split("=")[1]);
    }
  }

  @Test
  void buildsThePlainTextInTheOrderOfKeysWithoutTheSignature() {
    parameters.put("Signature", "whatever");

    assertThat(new SignatureV1(parameters).plainText("GET", HOST)).isEqualTo(PLAIN);
  }

  @Test
  void acceptsPublishedHmacSha1() {
    parameters.put("Signature", "EliP9YW3pW28FpsEdkXt/+WcGeI=");

    assertThat(new SignatureV1(parameters).isRight("GET", HOST, KEY)).isTrue();
    assertThat(new SignatureV1(parameters).isRight("GET", HOST + ":8102", KEY)).isTrue();
    assertThat(new SignatureV1(parameters).isRight("POST", HOST, KEY)).isFalse();
  }

  @Test
  void signsTheSamePlainTextWithHmacSha256() {
    byte[] mac = SignatureDigests.hmac("HmacSHA256", SignatureDigests.utf8(KEY), PLAIN);

    assertThat(java.util.Base64.getEncoder().encodeToString(mac))
        .isEqualTo("bR/zQ3QqOmcEYeRv71IzG/NxfisUDgy9cqRMQC+UB5g=");
  }

  @Test
  void takesTheHashFunctionFromSignatureMethod() {
    String sha1 = new SignatureV1(parameters).signature("GET", HOST, KEY);
    parameters.put("SignatureMethod", "HmacSHA256");
    String sha256 = new SignatureV1(parameters).signature("GET", HOST, KEY);

    assertThat(sha1).hasSize(28);
    assertThat(sha256).hasSize(44);
  }

  @Test
  void signsNothingWhenTheSignatureIsMissing() {
    assertThat(new SignatureV1(parameters).isRight("GET", HOST, KEY)).isFalse();
  }
}
