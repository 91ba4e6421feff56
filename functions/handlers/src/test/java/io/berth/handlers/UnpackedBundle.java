// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The finished zip, unpacked with its modes as the platform does.
 *
 * @param root holds {@code bootstrap}
 */
record UnpackedBundle(Path root) {

  /** Unpacks into a folder below this one. */
  static UnpackedBundle below(Path folder) throws IOException {
    Path zip = Path.of(System.getProperty("berth.bundle", "target/berth-handlers.zip"));
    assertThat(zip).as("the bundle that `package` makes").exists();
    Path root = Files.createDirectory(folder.resolve("bundle"));
    URI uri = URI.create("jar:" + zip.toAbsolutePath().toUri());
    try (FileSystem files =
            FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> entries = Files.walk(files.getPath("/"))) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Path file = root.resolve(entry.toString().substring(1));
        Files.createDirectories(file.getParent());
        Files.copy(entry, file);
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
      }
    }
    return new UnpackedBundle(root);
  }

  Path bootstrap() {
    return root.resolve("bootstrap");
  }

  Path webBootstrap() {
    return root.resolve("scf_bootstrap");
  }

  /** The jars in the order of the class path. */
  List<Path> jars() throws IOException {
    try (Stream<Path> jars = Files.list(root.resolve("lib"))) {
      return jars.sorted().toList();
    }
  }

  /** The flag with which its virtual machine ends rather than do without the class archive. */
  String onlyWithArchive() {
    return Files.exists(root.resolve("app.aot")) ? "-XX:AOTMode=on" : "-Xshare:on";
  }

  /** What is in the bundle's own folder. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(root)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }
}
