// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.0.0.1:8102", "LOCALHOST:8102", "tcr.localhost", "[::1]:8102"})
  void knowsTheNamesOfThisMachine(String host) {
    assertThat(CallerCheck.isLoopback(host)).isTrue();
  }

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
    assertThat(CallerCheck.isLoopback(host)).isFalse();
    assertThat(CallerCheck.isCloud(host)).isFalse();
  }

  @Test
  void knowsTheCloudsOwnNames() {
    assertThat(CallerCheck.isCloud("tcr.intl.tencentcloudapi.com")).isTrue();
    assertThat(CallerCheck.isCloud("tcr.tencentcloudapi.com.evil.example")).isFalse();
  }

  @Test
  void knowsTheNameThatAgentsCall() {
    assertThat(CallerCheck.isCloud("ap-guangzhou.invoke.tat-tc.tencent.cn")).isTrue();
    assertThat(CallerCheck.isCloud("ap-guangzhou.invoke.tat-tc.tencent.cn.evil.example")).isFalse();
  }

  @Test
  void doesNotLookAtNamesLongerThanDnsAllows() {
    assertThat(CallerCheck.isCloud("a.".repeat(100_000) + "tencentcloudapi.com")).isFalse();
  }

  @Test
  void tellsForeignPagesFromProgramsAndOwnPages() {
    assertThat(CallerCheck.isForeignPage(Map.of())).isFalse();
    assertThat(foreign("http://127.0.0.1:8100")).isFalse();
    assertThat(foreign("https://evil.example")).isTrue();
    assertThat(foreign("null")).isTrue();
    assertThat(foreign("http://[")).isTrue();
  }

  private static boolean foreign(String origin) {
    return CallerCheck.isForeignPage(Map.of("origin", List.of(origin)));
  }
}
