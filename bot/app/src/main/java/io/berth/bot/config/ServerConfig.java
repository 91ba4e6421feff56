// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.yaml.Bounds;
import io.berth.yaml.YamlMapping;
import java.util.List;

/** The ports on loopback, 1 to 65535 and different. */
public record ServerConfig(int port, int adminPort) {
  static final List<String> KEYS = List.of("port", "admin_port");

  private static final Bounds PORTS = new Bounds(1, 65_535, "");

  static ServerConfig read(YamlMapping in) {
    in.allowOnly(KEYS);
    int port = in.wholeNumber("port", PORTS).orElse(8101);
    int admin = in.wholeNumber("admin_port", PORTS).orElse(8104);
    if (port == admin) {
      in.refuse("admin_port", "is the same as server.port; choose another");
    }
    return new ServerConfig(port, admin);
  }
}
