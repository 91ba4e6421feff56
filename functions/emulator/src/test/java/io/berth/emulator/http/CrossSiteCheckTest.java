// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteCheckTest {
  private static final CrossSiteCheck LOOPBACK = new CrossSiteCheck(ListenAddress.LOOPBACK);
  private static final CrossSiteCheck OPEN =
      new CrossSiteCheck(
          new ListenAddress(
              ListenAddress.literal("192.168.1.5").orElseThrow(), Set.of("emulator", "[fd00::7]")));

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.0.0.1:8102", "LOCALHOST:8102", "tcr.localhost", "[::1]:8102"})
  void knowsTheNamesOfThisMachine(String host) {
    assertThat(CrossSiteCheck.isLoopback(host)).isTrue();
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
    assertThat(CrossSiteCheck.isLoopback(host)).isFalse();
  }

  @Test
  void tellsForeignPagesFromProgramsAndOwnPages() {
    assertThat(LOOPBACK.isForeignPage(Map.of())).isFalse();
    assertThat(foreign("http://127.0.0.1:8100")).isFalse();
    assertThat(foreign("https://evil.example")).isTrue();
    assertThat(foreign("null")).isTrue();
    assertThat(foreign("http://[")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.5",
        "192.168.1.5:8102",
        "emulator:8102",
        "Emulator",
        "[fd00:0::7]:8102",
        "127.0.0.1:8102"
      })
  void knowsTheAddressAndTheNamesItWasGiven(String host) {
    assertThat(OPEN.isKnown(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":8102",
        "192.168.1.6",
        "emulator.evil.example",
        "evil.example:8102",
        "emulator:8102:8102",
        "emulator@evil.example",
        "fd00::7:8102",
        "[fd00::8]"
      })
  void refusesEveryOtherName(String host) {
    assertThat(OPEN.isKnown(host)).isFalse();
  }

  @Test
  void knowsNoMoreThanLoopbackWhenToldNothing() {
    assertThat(LOOPBACK.isKnown("localhost:8102")).isTrue();
    assertThat(LOOPBACK.isKnown("192.168.1.5")).isFalse();
    assertThat(LOOPBACK.isKnown("emulator")).isFalse();
  }

  @Test
  void takesOnlyItsOwnPagesWhenItIsOpen() {
    assertThat(foreign("http://emulator:8102", "emulator:8102")).isFalse();
    assertThat(foreign("http://emulator:9000", "emulator:8102")).isTrue();
    assertThat(foreign("http://evil.example", "evil.example")).isTrue();
    assertThat(foreign("http://192.168.1.5:8102", "emulator:8102")).isTrue();
  }

  private static boolean foreign(String origin, String host) {
    return OPEN.isForeignPage(Map.of("origin", List.of(origin), "host", List.of(host)));
  }

  private static boolean foreign(String origin) {
    return LOOPBACK.isForeignPage(Map.of("origin", List.of(origin)));
  }
}
