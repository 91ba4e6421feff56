// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One file {@code NAME.json} for each copy. They are read when they are asked for. */
final class FolderSnapshots implements Snapshots {
  private static final String END = ".json";

  private final Path folder;

  FolderSnapshots(Path folder) {
    this.folder = folder;
  }

  @Override
  public SortedSet<String> names() {
    if (!Files.isDirectory(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[a-z0-9-]+[.]json"))
          .map(name -> name.substring(0, name.length() - END.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw failed("The folder of snapshots " + folder + " cannot be read", e);
    }
  }

  @Override
  public Optional<JsonNode> get(String name) {
    try {
      return file(name).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void put(String name, JsonNode saved) {
    try {
      Files.createDirectories(folder);
      file(name).write(StrictJson.write(saved));
    } catch (IOException e) {
      throw failed("The snapshot " + name + " cannot be written to " + folder, e);
    }
  }

  @Override
  public boolean remove(String name) {
    try {
      return file(name).remove();
    } catch (IOException e) {
      throw failed("The snapshot " + name + " cannot be removed from " + folder, e);
    }
  }

  private StateFile file(String name) {
    return new StateFile(folder.resolve(name + END));
  }

  private static UncheckedIOException failed(String what, IOException e) {
    return new UncheckedIOException(what + " (" + e.getMessage() + ").", e);
  }
}
