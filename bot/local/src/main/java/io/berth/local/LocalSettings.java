// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where and on which ports everything runs.
 *
 * @param port the first of the ports: console, bot, cloud, functions, and behind them the bot's
 *     admin port
 * @param root the project's folder, in which the built files lie
 * @param data a folder to keep; without one, a new one under {@code target} for every start
 */
record LocalSettings(int port, Path root, Optional<Path> data) {
  private static final int LEAST = 1024;
  private static final int MOST = 65_535 - 4;

  /**
   * Reads the properties {@code berth.port}, {@code berth.root} and {@code berth.data}.
   *
   * @throws IllegalArgumentException with one sentence when the port is not one
   */
  static LocalSettings from(Map<String, String> properties) {
    Path root = Path.of(properties.getOrDefault("berth.root", ".")).toAbsolutePath().normalize();
    Optional<Path> data =
        Optional.ofNullable(properties.get("berth.data"))
            .filter(text -> !text.isBlank())
            .map(root::resolve);
    return new LocalSettings(port(properties.getOrDefault("berth.port", "8100")), root, data);
  }

  private static int port(String text) {
    boolean digits = text.matches("[0-9]{1,5}");
    int port = digits ? Integer.parseInt(text) : 0;
    if (port < LEAST || port > MOST) {
      throw new IllegalArgumentException(
          "berth.port must be a number from "
              + LEAST
              + " to "
              + MOST
              + ", like 9100; it is '"
              + text
              + "'.");
    }
    return port;
  }

  int consolePort() {
    return port;
  }

  int botPort() {
    return port + 1;
  }

  int cloudPort() {
    return port + 2;
  }

  int functionsPort() {
    return port + 3;
  }

  int adminPort() {
    return port + 4;
  }

  Path dataOrDefault() {
    return data.orElseGet(() -> root.resolve("target").resolve("berth-local"));
  }
}
