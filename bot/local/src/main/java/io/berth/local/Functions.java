// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Deploys template.yaml to the emulator with the very command that deploys it to the cloud. */
final class Functions {
  private Functions() {}

  /**
   * Deploys all of them.
   *
   * @return the URL of each
   * @throws IOException with what the command said, when it failed
   */
  static Map<FunctionName, URI> deploy(
      LocalSettings settings, LocalSecrets secrets, URI cloud, Clock clock) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] command = {
      "deploy",
      "--template",
      settings.root().resolve("template.yaml").toString(),
      "--endpoint",
      cloud.toString(),
      "--region",
      "ap-guangzhou",
      // The first calls follow at once; cold starts of all of them before would only cost time.
      "--no-smoke",
      "--output",
      "json"
    };
    int exit =
        io.berth.deploy.Main.run(
            command,
            environment(secrets, cloud),
            InputStream.nullInputStream(),
            print(out),
            print(err),
            clock);
    if (exit != 0) {
      throw new IOException(
          "The functions could not be deployed: " + err.toString(StandardCharsets.UTF_8).strip());
    }
    return urls(out.toByteArray());
  }

  static Map<String, String> environment(LocalSecrets secrets, URI cloud) {
    Map<String, String> environment = new TreeMap<>();
    environment.put(LocalSecrets.SECRET_ID, secrets.get(LocalSecrets.SECRET_ID));
    environment.put(LocalSecrets.SECRET_KEY, secrets.get(LocalSecrets.SECRET_KEY));
    environment.put(LocalSecrets.APPROVAL_KEYS, secrets.get(LocalSecrets.APPROVAL_KEYS));
    // The bot's calls need an approval; ci's do not, so that a function can be tried by hand.
    environment.put("BERTH_REQUIRE_APPROVAL", "bot");
    environment.put("BERTH_CLOUD_ENDPOINT", cloud.toString());
    // In the emulator every bucket of the account is there; a small bundle does not use it.
    environment.put("BERTH_CODE_BUCKET", "berth-code-1250000000");
    for (FunctionName function : FunctionName.values()) {
      environment.put("BERTH_CALLERS_" + function.name(), secrets.callers(function));
    }
    return environment;
  }

  private static Map<FunctionName, URI> urls(byte[] json) {
    Map<FunctionName, URI> urls = new EnumMap<>(FunctionName.class);
    List<?> functions = (List<?>) there(Json.readObject(json), "Functions");
    for (Object entry : functions) {
      Map<?, ?> function = (Map<?, ?>) entry;
      FunctionName.of((String) there(function, "Name"))
          .ifPresent(name -> urls.put(name, URI.create((String) there(function, "Url"))));
    }
    return urls;
  }

  private static Object there(Map<?, ?> json, String name) {
    return Objects.requireNonNull(json.get(name), name);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
