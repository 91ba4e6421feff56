// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.text.Digests;
import io.berth.contract.text.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two examples of COS's Request Signature page, byte for byte. */
class CosVectorsTest {
  private static final Credentials KEY =
      new Credentials(
          "AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q",
          Secret.of("BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz"),
          Optional.empty());
  private static final String PATH = "/exampleobject(\u817e\u8baf\u4e91)";
  private static final String HOST = "examplebucket-1250000000.cos.ap-beijing.myqcloud.com";

  @Test
  void putWithSevenSignedHeaders() {
    CosSignature signature =
        CosSignature.of(
            "PUT",
            PATH,
            Map.of(),
            Map.of(
                "Date", "Thu, 16 May 2019 06:45:51 GMT",
                "Host", HOST,
                "Content-Type", "text/plain",
                "Content-Length", "13",
                "Content-MD5", "mQ/fVh815F3k6TAUm8m0eg==",
                "x-cos-acl", "private",
                "x-cos-grant-read", "uin=\"100000000011\""),
            "1557989151;1557996351");

    assertThat(Digests.sha1Hex(signature.httpString()))
        .isEqualTo("8b2751e77f43a0995d6e9eb9477f4b685cca4172");
    assertThat(signature.authorization(KEY))
        .isEqualTo(
            "q-sign-algorithm=sha1&q-ak=AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q"
                + "&q-sign-time=1557989151;1557996351&q-key-time=1557989151;1557996351"
                + "&q-header-list=content-length;content-md5;content-type;date;host;x-cos-acl;x-cos-grant-read"
                + "&q-url-param-list=&q-signature=3b8851a11a569213c17ba8fa7dcf2abec6935172");
  }

  @Test
  void getWithTwoSignedParameters() {
    CosSignature signature =
        CosSignature.of(
            "GET",
            PATH,
            Map.of(
                "response-content-type", "application/octet-stream",
                "response-cache-control", "max-age=600"),
            Map.of("Date", "Thu, 16 May 2019 06:55:53 GMT", "Host", HOST),
            "1557989753;1557996953");

    assertThat(Digests.sha1Hex(signature.httpString()))
        .isEqualTo("54ecfe22f59d3514fdc764b87a32d8133ea611e6");
    assertThat(signature.authorization(KEY))
        .isEqualTo(
            "q-sign-algorithm=sha1&q-ak=AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q"
                + "&q-sign-time=1557989753;1557996953&q-key-time=1557989753;1557996953"
                + "&q-header-list=date;host&q-url-param-list=response-cache-control;response-content-type"
                + "&q-signature=01681b8c9d798a678e43b685a9f1bba0f6c0e012");
  }

  @Test
  void encodesThePagesTableOfCharacters() {
    assertThat(CosSignature.encode(" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}"))
        .isEqualTo(
            "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D");
    assertThat(CosSignature.encode("aZ09-_.~")).isEqualTo("aZ09-_.~");
  }
}
