// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import io.berth.emulator.state.CloudState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** What there is between two runs: nothing, or a folder. */
public interface Storage extends AutoCloseable {
  /**
   * Opens a folder for this emulator alone, or nothing at all when none is given.
   *
   * @throws IOException when it cannot be used, with one sentence that says why and the way out
   */
  static Storage of(Optional<Path> folder) throws IOException {
    return folder.isPresent() ? FolderStorage.open(folder.get()) : new MemoryStorage();
  }

  /**
   * Fills the state, in which nothing has been asked for yet, with what was kept; from now on
   * whatever state is current is kept.
   *
   * @throws IOException when what was kept cannot be used, with one sentence
   */
  void begin(Supplier<CloudState> state) throws IOException;

  /**
   * Returns when everything that any call did before is on the disk; called before a change is
   * answered.
   *
   * @throws java.io.UncheckedIOException with one sentence when it cannot be; the change stays in
   *     memory and may yet be kept, so its caller must not be told either way
   */
  void flush();

  /** Where named copies go. */
  Snapshots snapshots();

  /** Lets another emulator have the folder. */
  @Override
  void close();
}
