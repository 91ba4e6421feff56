// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * One uploaded code, unpacked; functions with the same content share it, see {@link FunctionCodes}.
 *
 * @param folder holds {@code code.zip} and the unpacked {@code user} folder
 * @param sha256 of the zip, lower-case hex, as GetFunctionAddress tells it [I]
 * @param bytes size of the zip
 */
public record FunctionCode(Path folder, String sha256, long bytes) {
  /** The working directory of the function's instances; {@code /var/user} in the cloud. */
  Path user() {
    return folder.resolve("user");
  }

  Path bootstrap() {
    return user().resolve("bootstrap");
  }

  /** The zip as it was uploaded. */
  public Path zip() {
    return folder.resolve("code.zip");
  }

  /** Removes the files; a file that cannot be removed is left where it is. */
  void delete() {
    deleteTree(folder);
  }

  /** As {@link #delete}, for any folder of this package. */
  public static void deleteTree(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + folder, e);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // A file that went away in between is what deleting is for.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException inUse) {
        // Somebody has just put something there; the rest is still worth removing.
        return FileVisitResult.CONTINUE;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
