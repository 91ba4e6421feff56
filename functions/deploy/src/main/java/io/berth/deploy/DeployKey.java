// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.cloud.Credentials;
import io.berth.contract.text.Echo;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The cloud key of whoever deploys, and where it was found: a profile that the command line names;
 * else the environment; else tccli's file, then the SDKs'.
 *
 * @param from the file, as a person would name it; empty for the environment
 */
record DeployKey(Credentials credentials, Optional<String> from) {
  /**
   * @param profile of tccli, when the command line names one
   * @throws IllegalArgumentException with one sentence that never holds a value
   */
  static DeployKey find(Map<String, String> environment, Optional<String> profile) {
    Optional<KeyFiles> files = home(environment).map(KeyFiles::new);
    if (profile.isPresent()) {
      return tccli(files, profile.get())
          .orElseThrow(() -> new IllegalArgumentException(noProfile(profile.get())));
    }
    return DeployCredentials.isBegun(environment)
        ? exported(environment)
        : inFiles(files, environment);
  }

  private static DeployKey exported(Map<String, String> environment) {
    return DeployCredentials.find(environment)
        .map(key -> new DeployKey(key, Optional.empty()))
        .orElseThrow(() -> new IllegalArgumentException(DeployCredentials.missing(environment)));
  }

  private static DeployKey inFiles(Optional<KeyFiles> files, Map<String, String> environment) {
    String chosen = environment.getOrDefault("TCCLI_PROFILE", "").strip();
    Optional<DeployKey> found = tccli(files, chosen.isEmpty() ? "default" : chosen);
    if (found.isEmpty() && !chosen.isEmpty()) {
      throw new IllegalArgumentException("TCCLI_PROFILE: " + noProfile(chosen));
    }
    return found
        .or(() -> sdk(files))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    DeployCredentials.missing(environment) + ", or run tccli configure"));
  }

  private static Optional<DeployKey> sdk(Optional<KeyFiles> files) {
    return files
        .flatMap(KeyFiles::sdk)
        .map(key -> new DeployKey(key, Optional.of("~/.tencentcloud/credentials")));
  }

  private static Optional<DeployKey> tccli(Optional<KeyFiles> files, String profile) {
    if (!profile.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")) {
      throw new IllegalArgumentException(
          "profile " + Echo.of(profile) + " must have 1 to 64 letters, digits and _ . -");
    }
    Optional<String> from = Optional.of("~/.tccli/" + profile + ".credential");
    return files.flatMap(all -> all.tccli(profile)).map(key -> new DeployKey(key, from));
  }

  private static String noProfile(String profile) {
    return "there is no ~/.tccli/%1$s.credential; make it with tccli configure --profile %1$s"
        .formatted(profile);
  }

  /** As a shell and tccli find it; handed in like every other variable. */
  private static Optional<Path> home(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("HOME"))
        .or(() -> Optional.ofNullable(environment.get("USERPROFILE")))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }
}
