// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an uploaded zip inside one folder and one limit, with the times that the zip says, which
 * a Java class archive compares with its own, and with its modes but for writing: functions share
 * the files, as no function can write to its code in the cloud.
 */
final class CodeUnpacker {
  /** Code unpacked, with layers: 500 MB (SCF, Quota Limits). */
  static final long UNPACKED_BYTES = 500L * 1024 * 1024;

  private static final int ENTRIES = 100_000;
  private static final String BAD_ZIP = "InvalidParameterValue.ZipFile";
  private static final String BAD_CODE = "InvalidParameterValue.Code";
  // What a zip entry without a Unix mode becomes.
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");

  private static final Set<PosixFilePermission> WRITE =
      PosixFilePermissions.fromString("-w--w--w-");

  private final long limit;

  CodeUnpacker(long limit) {
    this.limit = limit;
  }

  /**
   * Fills {@code code.user()} from {@code code.zip()}.
   *
   * @throws InvalidCode with a sentence for the person who uploaded it; then the folder is half
   *     filled
   */
  void run(FunctionCode code) throws InvalidCode, IOException {
    Files.createDirectories(code.user());
    try (ZipFile zip = new ZipFile(code.zip().toFile())) {
      checkNames(zip, code.user());
      try (FileSystem modes = FileSystems.newFileSystem(code.zip(), Map.of())) {
        extract(zip, modes, code.user());
      }
    } catch (ZipException e) {
      throw new InvalidCode(BAD_ZIP, "The code is not a readable zip: " + e.getMessage() + ".");
    }
    checkBootstrap(code.bootstrap());
  }

  private static void checkNames(ZipFile zip, Path folder) throws InvalidCode {
    if (zip.size() > ENTRIES) {
      throw new InvalidCode(BAD_ZIP, "The zip has more than " + ENTRIES + " entries.");
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
        throw outside(name);
      }
      if (!folder.resolve(name).normalize().startsWith(folder) || hasDots(name)) {
        throw outside(name);
      }
    }
  }

  private static boolean hasDots(String name) {
    for (String part : name.split("/")) {
      if (part.equals("..") || part.equals(".")) {
        return true;
      }
    }
    return false;
  }

  private static InvalidCode outside(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    return new InvalidCode(
        BAD_ZIP, "The zip entry `" + shown + "` points outside the package; zip relative paths.");
  }

  private void extract(ZipFile zip, FileSystem modes, Path folder) throws InvalidCode, IOException {
    long left = limit;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      Path target = folder.resolve(entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.getParent());
        left = copy(zip, entry, target, left);
        Files.setLastModifiedTime(target, entry.getLastModifiedTime());
        Files.setPosixFilePermissions(target, mode(modes.getPath("/" + entry.getName())));
      }
    }
  }

  private long copy(ZipFile zip, ZipEntry entry, Path target, long left)
      throws InvalidCode, IOException {
    byte[] buffer = new byte[64 * 1024];
    long rest = left;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        // Counted while writing: the sizes that a zip declares may be lies.
        rest -= n;
        if (rest < 0) {
          throw new InvalidCode(
              BAD_CODE, "The code is larger than " + limit / 1024 / 1024 + " MB when unpacked.");
        }
        out.write(buffer, 0, n);
      }
    }
    return rest;
  }

  @SuppressWarnings("unchecked")
  private static Set<PosixFilePermission> mode(Path entry) throws IOException {
    Object told = Files.getAttribute(entry, "zip:permissions");
    Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
    mode.addAll(told == null ? PLAIN : (Set<PosixFilePermission>) told);
    mode.removeAll(WRITE);
    return mode;
  }

  private static void checkBootstrap(Path bootstrap) throws InvalidCode {
    if (!Files.isRegularFile(bootstrap)) {
      throw new InvalidCode(
          BAD_CODE,
          "The zip has no file `bootstrap` in its root, which a CustomRuntime function starts with;"
              + " zip the content of the folder, not the folder.");
    }
    if (!Files.isExecutable(bootstrap)) {
      throw new InvalidCode(
          BAD_CODE,
          "`bootstrap` is not executable in the zip; give it mode 755 (or 777) before zipping.");
    }
  }
}
