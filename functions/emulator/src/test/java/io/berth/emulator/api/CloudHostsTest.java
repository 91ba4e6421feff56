// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1"
      })
  void refusesOtherNames(String host) {
    assertThat(CloudHosts.isCloud(host)).isFalse();
  }

  @Test
  void knowsTheCloudsOwnNames() {
    assertThat(CloudHosts.isCloud("tcr.intl.tencentcloudapi.com")).isTrue();
    assertThat(CloudHosts.isCloud("tcr.tencentcloudapi.com.evil.example")).isFalse();
  }

  @Test
  void knowsTheNameThatAgentsCall() {
    assertThat(CloudHosts.isCloud("ap-guangzhou.invoke.tat-tc.tencent.cn")).isTrue();
    assertThat(CloudHosts.isCloud("ap-guangzhou.invoke.tat-tc.tencent.cn.evil.example")).isFalse();
  }

  @Test
  void doesNotLookAtNamesLongerThanDnsAllows() {
    assertThat(CloudHosts.isCloud("a.".repeat(100_000) + "tencentcloudapi.com")).isFalse();
  }
}
