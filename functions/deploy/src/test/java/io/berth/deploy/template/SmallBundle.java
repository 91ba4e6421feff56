// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;

/** Makes small function bundles. */
public final class SmallBundle {
  private SmallBundle() {}

  /** A bundle that SCF would take. */
  public static Path write(Path zip) throws IOException {
    return write(zip, "bootstrap", "#!/bin/sh\nexit 0\n", "rwxr-xr-x");
  }

  /** A bundle that SCF would take, with so many bytes more that no packing makes fewer. */
  public static Path writeLarge(Path zip, int bytes, long seed) throws IOException {
    write(zip);
    Map<String, String> options = Map.of("compressionMethod", "STORED");
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options)) {
      byte[] noise = new byte[bytes];
      new Random(seed).nextBytes(noise);
      Files.write(files.getPath("/noise"), noise);
    }
    return zip;
  }

  /** A zip with one file of the given name, content and mode. */
  public static Path write(Path zip, String name, String content, String mode) throws IOException {
    Files.createDirectories(zip.toAbsolutePath().getParent());
    Files.deleteIfExists(zip);
    Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options)) {
      Path entry = files.getPath("/" + name);
      Files.write(entry, content.getBytes(UTF_8));
      Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(mode));
    }
    return zip;
  }
}
