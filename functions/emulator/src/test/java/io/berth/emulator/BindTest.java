// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.http.ListenAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emulator that listens everywhere, under one more name. */
class BindTest {
  @TempDir Path folder;
  private Emulator emulator;

  @BeforeEach
  void start() throws Exception {
    ListenAddress everywhere =
        new ListenAddress(ListenAddress.literal("0.0.0.0").orElseThrow(), Set.of("emulator"));
    emulator =
        Emulator.start(
            Options.onFreePorts(folder).withSettings(Settings.DEFAULT.withListening(everywhere)));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private static String get(URI at, String path, String headers) {
    return Raw.exchange(at, "GET " + path + " HTTP/1.1\n" + headers + "Connection: close\n\n");
  }

  private String cloud(String path, String headers) {
    return get(emulator.cloud(), path, headers);
  }

  @Test
  void answersUnderTheNamesItWasGiven() {
    assertThat(cloud("/_emulator/healthz", "Host: emulator:8102\n")).startsWith("HTTP/1.1 200");
    assertThat(cloud("/_emulator/healthz", "Host: 0.0.0.0:8102\n")).startsWith("HTTP/1.1 200");
    assertThat(cloud("/_emulator/healthz", "Host: 127.0.0.1:8102\n")).startsWith("HTTP/1.1 200");
    assertThat(cloud("/", "Host: emulator:8102\n"))
        .startsWith("HTTP/1.1 200")
        .contains("MissingParameter");
  }

  @Test
  void refusesEveryOtherName() {
    String rebound = "Host: rebound.example:8102\n";

    assertThat(cloud("/_emulator/healthz", rebound))
        .startsWith("HTTP/1.1 403")
        .contains(
            "{\"error\":{\"field\":\"Host\",\"rule\":\"must be a loopback name, e.g. 127.0.0.1, or"
                + " one given with --host\"}}");
    assertThat(cloud("/", rebound)).startsWith("HTTP/1.1 403");
  }

  @Test
  void stillKeepsPagesOfOthersFromControlling() {
    String host = "Host: emulator:8102\n";

    assertThat(cloud("/_emulator/state", host + "Origin: http://evil.example\n"))
        .startsWith("HTTP/1.1 403")
        .contains("\"Origin\"");
    assertThat(cloud("/_emulator/state", host + "Origin: http://emulator:8102\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void keepsTheFunctionUrlsOnLoopback() throws Exception {
    assertThat(emulator.functions().getHost()).isEqualTo("127.0.0.1");
    assertThat(get(emulator.functions(), "/none", "Host: emulator\n")).startsWith("HTTP/1.1 421");
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : card.inetAddresses().toList()) {
        assertThat(reaches(address, emulator.functions().getPort()))
            .as(address.toString())
            .isEqualTo(address.getHostAddress().equals("127.0.0.1"));
      }
    }
  }

  private static boolean reaches(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (java.io.IOException refused) {
      return false;
    }
  }
}
