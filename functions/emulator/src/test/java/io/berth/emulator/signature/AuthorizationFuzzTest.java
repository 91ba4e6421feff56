// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.berth.emulator.error.ApiError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Any text in the header {@code Authorization}. */
@Tag("fuzz")
class AuthorizationFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void readsItOrRefusesIt(byte[] input) {
    String header = new String(input, StandardCharsets.ISO_8859_1);
    SignatureV3 read;
    try {
      read = SignatureV3.parse(header);
    } catch (ApiError e) {
      assertThat(e.code()).isEqualTo("AuthFailure.InvalidAuthorization");
      assertThat(e.getMessage()).hasSizeLessThan(400);
      return;
    }
    assertThat(read.secretId()).isNotEmpty().doesNotContain("/", ",");
    assertThat(read.signature()).matches("[0-9a-f]{64}");
    assertThat(read.signedHeaders().split(";")).contains("content-type", "host");
    assertThat(header)
        .startsWith("TC3-HMAC-SHA256")
        .endsWith(read.signature())
        .contains(read.secretId() + "/" + read.date() + "/" + read.service() + "/tc3_request");
  }
}
