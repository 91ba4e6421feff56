// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import java.util.List;

/** The ports on loopback, 1 to 65535 and different. */
public record ServerConfig(int port, int adminPort) {
  static ServerConfig read(Section in) {
    in.only(List.of("port", "admin_port"));
    int port = (int) in.whole("port", 8101, 1, 65_535);
    int admin = (int) in.whole("admin_port", 8104, 1, 65_535);
    if (port == admin) {
      in.refuse("admin_port", "is the same as server.port; choose another.");
    }
    return new ServerConfig(port, admin);
  }
}
