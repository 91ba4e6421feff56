// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at all ports before anything starts, so that a taken one is one sentence and not half a
 * system.
 */
final class Ports {
  private Ports() {}

  /** What is in the way, and how to move; nothing when all are free. */
  static Optional<String> taken(LocalSettings settings) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("console", settings.consolePort());
    ports.put("bot", settings.botPort());
    ports.put("cloud", settings.cloudPort());
    ports.put("functions", settings.functionsPort());
    ports.put("the bot's admin port", settings.adminPort());
    return ports.entrySet().stream()
        .filter(entry -> !isFree(entry.getValue()))
        .map(entry -> sentence(entry.getKey(), entry.getValue()))
        .findFirst();
  }

  private static String sentence(String what, int port) {
    return "Port "
        + port
        + " ("
        + what
        + ") is taken; stop what runs there, or move all ports with -Dberth.port=9100.";
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
