// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into the zip that a function runs from (SCF, Custom Runtime: bootstrap; limits: code). */
final class CodeZip {
  private static final long MB = 1024L * 1024;
  private static final int MOST_MB = 50;
  private static final int MOST_UNPACKED_MB = 500;
  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final String BUILD = "build it with ./mvnw package";

  private static final String NOT_EXECUTABLE =
      "%s in %s is not executable for everybody; SCF wants mode 755, so %s";
  private static final String NO_SCRIPT = "%s in %s must begin with #! and have LF line ends; %s";

  /** Entries without a mode, as some packers write them, must not count as executable. */
  private static final Map<String, String> OPTIONS =
      Map.of("enablePosixFileAttributes", "true", "defaultPermissions", "rw-r--r--");

  private CodeZip() {}

  /**
   * What is wrong with the bundle, one sentence each.
   *
   * @param boot the start script that must stand at the root: {@code bootstrap}, or {@code
   *     scf_bootstrap} for a Web function
   */
  static List<String> check(String codeUri, Path zip, String boot) {
    if (Files.isDirectory(zip) || !codeUri.endsWith(".zip")) {
      return List.of("CodeUri %s must name a .zip; %s".formatted(codeUri, BUILD));
    }
    if (!Files.isRegularFile(zip)) {
      return List.of("CodeUri %s does not exist; %s".formatted(codeUri, BUILD));
    }
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), OPTIONS)) {
      List<String> wrong = new ArrayList<>(sizes(codeUri, zip, files));
      wrong.addAll(start(codeUri, files.getPath("/" + boot), boot));
      return wrong;
    } catch (IOException | RuntimeException e) {
      // The zip file system throws unchecked exceptions for some malformed zips.
      return List.of("CodeUri %s cannot be read as a zip; %s again".formatted(codeUri, BUILD));
    }
  }

  private static List<String> sizes(String codeUri, Path zip, FileSystem files) throws IOException {
    List<String> wrong = new ArrayList<>();
    long megabytes = Files.size(zip) / MB;
    if (Files.size(zip) > MOST_MB * MB) {
      wrong.add(
          "CodeUri %s has %d MB; SCF takes %d MB zipped".formatted(codeUri, megabytes, MOST_MB));
    }
    long unpacked = unpacked(files);
    if (unpacked > MOST_UNPACKED_MB * MB) {
      wrong.add(
          "CodeUri %s has %d MB unpacked; SCF takes %d MB"
              .formatted(codeUri, unpacked / MB, MOST_UNPACKED_MB));
    }
    return wrong;
  }

  private static long unpacked(FileSystem files) throws IOException {
    long bytes = 0;
    try (Stream<Path> entries = Files.walk(files.getPath("/"))) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(entry);
      }
    }
    return bytes;
  }

  private static List<String> start(String codeUri, Path script, String boot) throws IOException {
    if (!Files.isRegularFile(script)) {
      return List.of(
          "CodeUri %s has no %s at its root, which SCF starts; %s".formatted(codeUri, boot, BUILD));
    }
    List<String> wrong = new ArrayList<>();
    if (!Files.getPosixFilePermissions(script).containsAll(MODE)) {
      wrong.add(NOT_EXECUTABLE.formatted(boot, codeUri, BUILD));
    }
    String text = new String(Files.readAllBytes(script), ISO_8859_1);
    if (!text.startsWith("#!") || text.contains("\r")) {
      wrong.add(NO_SCRIPT.formatted(boot, codeUri, BUILD));
    }
    return wrong;
  }
}
