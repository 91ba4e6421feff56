// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A package for Node that a test needs, installed by {@code npm ci} in its folder.
 *
 * @param folder with {@code package.json}, from the module's folder
 */
public record NodePackage(Path folder, String name, String version) {
  /** What is missing, as one sentence; empty when all is there. */
  public Optional<String> missing() {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      node.getInputStream().readAllBytes();
      Path installed = folder.resolve("node_modules").resolve(name).resolve("package.json");
      if (!Files.exists(installed)) {
        return Optional.of(name + " is not installed: run npm ci in " + folder);
      }
      String found = TestCloud.json(Files.readString(installed)).path("version").asText();
      return found.equals(version)
          ? Optional.empty()
          : Optional.of(name + " is " + found + ", not " + version + ": npm ci in " + folder);
    } catch (IOException e) {
      return Optional.of("there is no node on the PATH (" + e.getMessage() + ")");
    }
  }
}
