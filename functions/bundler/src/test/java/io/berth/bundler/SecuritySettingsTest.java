// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {
  @Test
  void leavesOutCommentsAndKeepsEveryOtherSetting() {
    List<String> lines =
        List.of(
            "# A comment",
            "",
            "#security.provider.1=Old",
            "security.provider.1=SUN",
            "security.provider.2=SunPKCS11",
            "jdk.tls.disabledAlgorithms=SSLv3, \\",
            "    # no comment, but a part of the value \\",
            "    TLSv1",
            "networkaddress.cache.negative.ttl=10",
            "keystore.type=pkcs12");

    assertThat(SecuritySettings.trimmed(lines))
        .containsExactly(
            "jdk.tls.disabledAlgorithms=SSLv3, \\",
            "    # no comment, but a part of the value \\",
            "    TLSv1",
            "keystore.type=pkcs12",
            "security.provider.1=SUN",
            "security.provider.2=SunRsaSign",
            "security.provider.3=SunEC",
            "security.provider.4=SunJSSE",
            "security.provider.5=SunJCE",
            "networkaddress.cache.negative.ttl=1");
  }
}
