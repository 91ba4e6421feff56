// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the state is kept and function bundles are unpacked: a folder that somebody named, which
 * stays, or a temporary one for bundles alone, which goes when the program ends.
 */
public record WorkFolder(Path path, boolean temporary) implements AutoCloseable {

  /** A new temporary folder. */
  public static WorkFolder fresh() throws IOException {
    return new WorkFolder(Files.createTempDirectory("berth-emulator-"), true);
  }

  static WorkFolder of(Optional<String> named) throws IOException {
    if (named.isEmpty()) {
      return fresh();
    }
    try {
      return new WorkFolder(Files.createDirectories(Path.of(named.get())), false);
    } catch (IOException e) {
      throw new IOException("The folder " + named.get() + " of --data cannot be made.", e);
    }
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder " + path + " could not be removed.", e);
    }
  }
}
