// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two examples of COS's Request Signature page, and what is no signature at all. */
class CosAuthorizationTest {
  private static final String KEY = "BQYIM75p8x0iWVFSIgqEKwFprpRSVHlz";
  private static final String PATH = "/exampleobject(\u817e\u8baf\u4e91)";
  private static final String HOST = "examplebucket-1250000000.cos.ap-beijing.myqcloud.com";
  private static final String GET =
      "q-sign-algorithm=sha1&q-ak=AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q"
          + "&q-sign-time=1557989753;1557996953&q-key-time=1557989753;1557996953"
          + "&q-header-list=date;host&q-url-param-list=response-cache-control;response-content-type"
          + "&q-signature=01681b8c9d798a678e43b685a9f1bba0f6c0e012";

  @Test
  void believesTheExampleOfAnUpload() throws Exception {
    CosAuthorization signature =
        CosAuthorization.parse(
            "q-sign-algorithm=sha1&q-ak=AKIDQjz3ltompVjBni5LitkWHFlFpwkn9U5q"
                + "&q-sign-time=1557989151;1557996351&q-key-time=1557989151;1557996351"
                + "&q-header-list=content-length;content-md5;content-type;date;host;x-cos-acl;x-cos-grant-read"
                + "&q-url-param-list=&q-signature=3b8851a11a569213c17ba8fa7dcf2abec6935172");
    Map<String, String> headers =
        Map.of(
            "date", "Thu, 16 May 2019 06:45:51 GMT",
            "host", HOST,
            "content-type", "text/plain",
            "content-length", "13",
            "content-md5", "mQ/fVh815F3k6TAUm8m0eg==",
            "x-cos-acl", "private",
            "x-cos-grant-read", "uin=\"100000000011\"");

    assertThat(signature.isRight("PUT", PATH, headers::get, n -> "", KEY)).isTrue();
    assertThat(signature.isRight("GET", PATH, headers::get, n -> "", KEY)).isFalse();
    assertThat(signature.isRight("PUT", PATH + "x", headers::get, n -> "", KEY)).isFalse();
    assertThat(signature.isRight("PUT", PATH, n -> "x", n -> "", KEY)).isFalse();
    assertThat(signature.isRight("PUT", PATH, headers::get, n -> "", "x")).isFalse();
  }

  @Test
  void believesTheExampleOfADownload() throws Exception {
    CosAuthorization signature = CosAuthorization.parse(GET);
    Map<String, String> headers = Map.of("date", "Thu, 16 May 2019 06:55:53 GMT", "host", HOST);
    Map<String, String> parameters =
        Map.of(
            "response-content-type", "application/octet-stream",
            "response-cache-control", "max-age=600");

    assertThat(signature.isRight("GET", PATH, headers::get, parameters::get, KEY)).isTrue();
    assertThat(signature.from()).isEqualTo(1557989753);
    assertThat(signature.to()).isEqualTo(1557996953);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Basic abc",
        "q-sign-algorithm=sha1",
        "sha1>sha256",
        "q-ak=>q-ak=a&q-ak=",
        "q-url-param-list=>x=",
        "1557989753;1557996953>1557989753",
        "1557989753;1557996953>-1;99999999999",
        "01681b8c>01681B8C"
      })
  void refusesWhatIsNoSignature(String change) {
    String[] words = change.split(">");
    String text = words.length == 2 ? GET.replace(words[0], words[1]) : change;

    assertThat(catchThrowableOfType(CosError.class, () -> CosAuthorization.parse(text)).status())
        .isEqualTo(403);
  }
}
