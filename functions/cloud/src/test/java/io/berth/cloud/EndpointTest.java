// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @Test
  void blankIsTheCloudAndIntlTheInternationalSite() {
    assertThat(Endpoint.parse(" ").forService("tcr"))
        .isEqualTo(URI.create("https://tcr.tencentcloudapi.com/"));
    assertThat(Endpoint.parse("intl").forService("tat"))
        .isEqualTo(URI.create("https://tat.intl.tencentcloudapi.com/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8102",
        "http://localhost:8102/",
        "http://[::1]:8102",
        "https://tcr.ap-guangzhou.tencentcloudapi.com"
      })
  void takesThisMachineAndTheCloudsOwnDomain(String address) {
    assertThat(Endpoint.parse(address).forService("tcr").getHost())
        .isEqualTo(URI.create(address).getHost());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://metadata.tencentyun.com",
        "http://tcr.tencentcloudapi.com",
        "https://tcr.tencentcloudapi.com.evil.tld",
        "https://eviltencentcloudapi.com",
        "https://user@127.0.0.1",
        "http://127.0.0.1:8102/path",
        "http://127.0.0.1:8102/?a=b",
        "http://0177.0.0.1",
        "http://2130706433",
        "ftp://127.0.0.1",
        "127.0.0.1:8102",
        "not a url"
      })
  void refusesEveryOtherAddress(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(address))
        .withMessageStartingWith("endpoint ");
  }

  @Test
  void saysWhichHostAndWhatIsAllowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("http://169.254.169.254/"))
        .withMessage(
            "endpoint 169.254.169.254 must be https on *.tencentcloudapi.com, or a loopback address"
                + " such as 127.0.0.1");
  }
}
