// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The bundle as one zip, with the modes that SCF wants and no times of its own. */
final class BundleZip {
  private static final long MB = 1024L * 1024;

  /** SCF, Quota Limits: code of a function, zipped and unpacked. */
  private static final long MOST_ZIPPED = 50 * MB;

  private static final long MOST_UNPACKED = 500 * MB;
  private static final Map<String, String> MODES = Map.of("enablePosixFileAttributes", "true");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private BundleZip() {}

  /** Packs the folder; the same files always give the same bytes. */
  static void pack(Path folder, Path zip, Instant time) throws IOException {
    Files.deleteIfExists(zip);
    Map<String, String> options = new LinkedHashMap<>(MODES);
    options.put("create", "true");
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options)) {
      for (Path file : Folders.files(folder)) {
        Path entry = files.getPath("/" + folder.relativize(file));
        Files.createDirectories(entry.getParent());
        Files.copy(file, entry);
        Set<PosixFilePermission> mode = Files.isExecutable(file) ? EXECUTABLE : PLAIN;
        Files.setAttribute(entry, "zip:permissions", mode);
      }
      setTimes(files.getPath("/"), FileTime.from(time));
    }
  }

  // All three, and of folders too: the zip's file system writes the present moment into each.
  private static void setTimes(Path root, FileTime time) throws IOException {
    try (Stream<Path> entries = Files.walk(root)) {
      for (Path entry : entries.filter(path -> !path.equals(root)).toList()) {
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(time, time, time);
      }
    }
  }

  /** Unpacks it with its modes, as SCF does. */
  static void unpack(Path zip, Path folder) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), MODES)) {
      Path root = files.getPath("/");
      for (Path entry : Folders.files(root)) {
        Path file = folder.resolve(root.relativize(entry).toString());
        Files.createDirectories(file.getParent());
        Files.copy(entry, file);
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
      }
    }
  }

  /** Prints how large it is, by part, and refuses what SCF would refuse. */
  static void report(Layout layout, String archive, Path zip, PrintStream out)
      throws BuildFailed, IOException {
    long zipped = Files.size(zip);
    long unpacked = Folders.bytes(layout.root());
    out.printf(
        Locale.ROOT,
        "bundle %s: %s zipped, %s unpacked (jars %s, runtime %s, archive %s)%n",
        zip.getFileName(),
        megabytes(zipped),
        megabytes(unpacked),
        megabytes(Folders.bytes(layout.lib())),
        megabytes(Folders.bytes(layout.runtime())),
        megabytes(Files.size(layout.root().resolve(archive))));
    if (zipped > MOST_ZIPPED || unpacked > MOST_UNPACKED) {
      throw new BuildFailed("SCF takes 50 MB zipped and 500 MB unpacked; the bundle is larger");
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MB);
  }
}
