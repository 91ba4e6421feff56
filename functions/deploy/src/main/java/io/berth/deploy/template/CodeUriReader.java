// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import io.berth.contract.text.Echo;
import io.berth.yaml.YamlMapping;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code CodeUri} of a function and looks into the bundle that it names. */
final class CodeUriReader {
  private final Path directory;
  private final Map<String, List<String>> faults = new HashMap<>();

  CodeUriReader(Path directory) {
    this.directory = directory;
  }

  /** The bundle, or any path after noting what is wrong. */
  Path read(YamlMapping properties, String type) {
    properties.require("CodeUri", "name the bundle: functions/handlers/target/berth-handlers.zip");
    if (properties.isMapping("CodeUri")) {
      properties.refuse("CodeUri", "from COS (Bucket, Key) is not supported; name a local .zip");
      return directory;
    }
    return properties.text("CodeUri").map(uri -> zip(properties, type, uri)).orElse(directory);
  }

  private Path zip(YamlMapping properties, String type, String uri) {
    Optional<Path> zip = path(uri);
    if (zip.isEmpty()) {
      properties.refuse("CodeUri", Echo.of(uri) + " is not a file's path; name the bundle's .zip");
      return directory;
    }
    String boot = type.equals("HTTP") ? "scf_bootstrap" : "bootstrap";
    faults(uri, zip.get(), boot).forEach(fault -> properties.mistake("CodeUri", fault));
    return zip.get();
  }

  /** Nothing for a name that cannot be shown in a sentence as it stands. */
  private Optional<Path> path(String uri) {
    try {
      return uri.codePoints().allMatch(Echo::isVisible)
          ? Optional.of(directory.resolve(uri).normalize())
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** All functions share one bundle: it is opened once. */
  private List<String> faults(String uri, Path zip, String boot) {
    return faults.computeIfAbsent(boot + ":" + uri, key -> CodeZip.check(uri, zip, boot));
  }
}
