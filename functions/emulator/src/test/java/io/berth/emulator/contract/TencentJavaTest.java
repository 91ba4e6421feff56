// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Tencent's own client for Java, {@code CommonClient}: version 3, JSON POST. */
class TencentJavaTest extends ClientTest {
  @Override
  Subject connect(URI emulator) {
    return new TencentJavaSubject("http://", emulator.getAuthority());
  }

  @Override
  public boolean leavesOutTheRegion() {
    return false;
  }

  @Test
  void sendsAPostAgain_whenTheAnswerIsLostOnAPooledConnection() {
    accepted(tat("DescribeRegisterCodes", "{}"));
    control("PUT", "faults", "[{\"effect\":\"lose-answer\"}]");

    assertThat(code(tat("CreateRegisterCode", "{}"))).isEqualTo("ok");

    // One call, two codes: why creates are not sent with this client.
    assertThat(count("registerCodes")).isEqualTo(2);
  }
}
