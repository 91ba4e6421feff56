// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.contract.FunctionName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the bot is given: its {@code berth.yaml}, and an environment with its own secrets and no
 * others.
 */
final class BotFiles {
  private BotFiles() {}

  /** Writes {@code berth.yaml} into the data folder. */
  static Path write(LocalSettings settings, Map<FunctionName, URI> urls) throws IOException {
    Path data = settings.dataOrDefault();
    String yaml =
        template()
            .replace("@console@", Integer.toString(settings.consolePort()))
            .replace("@bot@", Integer.toString(settings.botPort()))
            .replace("@admin@", Integer.toString(settings.adminPort()))
            .replace("@data@", data.toString())
            .replace("@functions@", functions(urls));
    return Files.writeString(data.resolve("berth.yaml"), yaml);
  }

  /** The bot holds no cloud key: none is among these. */
  static Map<String, String> environment(LocalSecrets secrets) {
    Map<String, String> environment = new TreeMap<>();
    for (String name :
        new String[] {
          LocalSecrets.SIGNING_SECRET,
          LocalSecrets.BOT_TOKEN,
          LocalSecrets.APPROVAL_SIGNING_KEY,
          LocalSecrets.WEBHOOK_CI
        }) {
      environment.put(name, secrets.get(name));
    }
    for (FunctionName function : FunctionName.values()) {
      String name = LocalSecrets.botSecret(function);
      environment.put(name, secrets.get(name));
    }
    return environment;
  }

  private static String functions(Map<FunctionName, URI> urls) {
    return Arrays.stream(FunctionName.values())
        .map(
            function ->
                "  %s: {url: \"%s\", secrets: [\"${%s}\"]}%n"
                    .formatted(
                        function.wireName(), urls.get(function), LocalSecrets.botSecret(function)))
        .collect(Collectors.joining());
  }

  private static String template() throws IOException {
    try (InputStream in = BotFiles.class.getResourceAsStream("berth.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
