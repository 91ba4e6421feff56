// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import io.berth.yaml.YamlMapping;
import java.util.List;
import java.util.Locale;

/** Where the ledger lives. */
public record DatabaseConfig(String url, String user, Secret password) {
  static final List<String> KEYS = List.of("url", "user", "password");

  private static final String H2 = "jdbc:h2:";

  static DatabaseConfig read(YamlMapping in) {
    in.allowOnly(KEYS);
    String url = in.text("url", "jdbc:h2:file:./data/berth;WRITE_DELAY=0");
    checkUrl(in, url);
    Secret password = in.text("password", "").isEmpty() ? Secret.of("") : in.secret("password");
    return new DatabaseConfig(url, in.text("user", "sa"), password);
  }

  private static void checkUrl(YamlMapping in, String url) {
    String upper = url.toUpperCase(Locale.ROOT);
    if (!url.startsWith(H2)) {
      in.refuse("url", "has no driver here: %s; supported: %s...".formatted(driver(in, url), H2));
    } else if (!upper.matches(".*;\\s*WRITE_DELAY\\s*=\\s*0\\s*(;.*)?")) {
      in.refuse(
          "url",
          "must end with ;WRITE_DELAY=0, or committed requests are lost when the process is killed");
    }
    if (upper.contains("PASSWORD=")) {
      in.warn("url", "holds a password; move it to database.password as ${NAME}");
    }
  }

  /** Only the driver's name, and only out of the file itself: what follows may be a password. */
  private static String driver(YamlMapping in, String url) {
    String[] parts = url.split(":", 3);
    if (!url.startsWith("jdbc:") || parts.length != 3) {
      return "no JDBC URL";
    }
    return in.shown("url").startsWith("'jdbc:" + parts[1] + ":")
        ? "jdbc:" + Echo.of(parts[1])
        : in.shown("url");
  }

  /** Without the URL, which may hold a password. */
  @Override
  public String toString() {
    return "DatabaseConfig[***]";
  }
}
