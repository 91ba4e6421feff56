// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The runtime's {@code java.security}, which every start reads from top to bottom: without its
 * comments, with the providers that the runtime has, and otherwise as the JDK's makers wrote it.
 */
final class SecuritySettings {
  private static final String PROVIDER = "security.provider.";
  private static final List<String> PROVIDERS =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

  /** A name that was not found once must not stay so for an instance's life. */
  private static final String NEGATIVE_TTL = "networkaddress.cache.negative.ttl=";

  private SecuritySettings() {}

  static void trim(Path runtime) throws IOException {
    Path file = runtime.resolve("conf/security/java.security");
    Files.write(file, trimmed(Files.readAllLines(file)));
  }

  static List<String> trimmed(List<String> lines) {
    List<String> kept = new ArrayList<>();
    boolean continued = false;
    for (String line : lines) {
      boolean comment = !continued && (line.isBlank() || line.startsWith("#"));
      boolean ours = line.startsWith(PROVIDER) || line.startsWith(NEGATIVE_TTL);
      if (!comment && !ours) {
        kept.add(line);
      }
      continued = !comment && line.endsWith("\\");
    }
    for (int i = 0; i < PROVIDERS.size(); i++) {
      kept.add(PROVIDER + (i + 1) + "=" + PROVIDERS.get(i));
    }
    kept.add(NEGATIVE_TTL + 1);
    return kept;
  }
}
