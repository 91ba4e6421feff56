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
  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final String BUILD = "build it with ./mvnw package";

  private CodeZip() {}

  /**
   * What is wrong with the bundle, one sentence each.
   *
   * @param boot the start script that must stand at the root: {@code bootstrap}, or {@code
   *     scf_bootstrap} for a Web function
   */
  static List<String> check(String codeUri, Path zip, String boot) {
    if (Files.isDirectory(zip) || !codeUri.endsWith(".zip")) {
      return List.of("CodeUri " + codeUri + " must name a .zip; " + BUILD);
    }
    if (!Files.isRegularFile(zip)) {
      return List.of("CodeUri " + codeUri + " does not exist; " + BUILD);
    }
    // Entries without a mode, as some packers write them, must not count as executable.
    Map<String, String> options =
        Map.of("enablePosixFileAttributes", "true", "defaultPermissions", "rw-r--r--");
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), options)) {
      List<String> wrong = new ArrayList<>(sizes(codeUri, zip, files));
      wrong.addAll(start(codeUri, files.getPath("/" + boot), boot));
      return wrong;
    } catch (IOException | RuntimeException e) {
      // The zip file system throws unchecked exceptions for some malformed zips.
      return List.of("CodeUri " + codeUri + " cannot be read as a zip; " + BUILD + " again");
    }
  }

  private static List<String> sizes(String codeUri, Path zip, FileSystem files) throws IOException {
    List<String> wrong = new ArrayList<>();
    if (Files.size(zip) > 50 * MB) {
      wrong.add(
          "CodeUri " + codeUri + " has " + Files.size(zip) / MB + " MB; SCF takes 50 MB zipped");
    }
    long unpacked = 0;
    try (Stream<Path> entries = Files.walk(files.getPath("/"))) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        unpacked += Files.size(entry);
      }
    }
    if (unpacked > 500 * MB) {
      wrong.add("CodeUri " + codeUri + " has " + unpacked / MB + " MB unpacked; SCF takes 500 MB");
    }
    return wrong;
  }

  private static List<String> start(String codeUri, Path script, String boot) throws IOException {
    String where = boot + " in " + codeUri;
    if (!Files.isRegularFile(script)) {
      return List.of(
          "CodeUri " + codeUri + " has no " + boot + " at its root, which SCF starts; " + BUILD);
    }
    List<String> wrong = new ArrayList<>();
    if (!Files.getPosixFilePermissions(script).containsAll(MODE)) {
      wrong.add(where + " is not executable for everybody; SCF wants mode 755, so " + BUILD);
    }
    String text = new String(Files.readAllBytes(script), ISO_8859_1);
    if (!text.startsWith("#!") || text.contains("\r")) {
      wrong.add(where + " must begin with #! and have LF line ends; " + BUILD);
    }
    return wrong;
  }
}
