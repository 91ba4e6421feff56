// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A zip as it came in.
 *
 * @param file belongs to whoever has this: it is moved away, or discarded
 * @param sha256 lower-case hex
 */
public record ReceivedZip(Path file, String sha256, long bytes) {
  /** Removes the file, when it will not be unpacked. */
  public void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }
}
