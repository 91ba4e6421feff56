// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A file that holds one secret and that only its owner can read. */
final class SecretFile {
  private static final String NAMES = "names the file %s, which %s";
  private static final int MOST_BYTES = 16_384;
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretFile() {}

  /**
   * The secret without white space around it, or nothing after {@code refuse} has heard why.
   *
   * @param written the path as sentences show it
   */
  static Optional<Secret> read(
      Path directory, String path, String written, Consumer<String> refuse) {
    try {
      Path file = directory.resolve(path);
      Optional<String> fault = fault(file);
      if (fault.isEmpty()) {
        return Optional.of(Secret.of(Files.readString(file).strip()));
      }
      refuse.accept(NAMES.formatted(written, fault.get()));
    } catch (IOException | InvalidPathException e) {
      refuse.accept(NAMES.formatted(written, "cannot be read"));
    }
    return Optional.empty();
  }

  private static Optional<String> fault(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return Optional.of("is not there, or is not a small file");
    }
    return othersCanRead(file)
        ? Optional.of("can be read by others; chmod 600 it")
        : Optional.empty();
  }

  private static boolean othersCanRead(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }
}
