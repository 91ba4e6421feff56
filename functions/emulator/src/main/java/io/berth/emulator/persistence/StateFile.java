// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.text.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that holds one whole JSON document at every moment, whenever the program is killed: a new
 * one is written beside it, forced to the disk and renamed over it. One writer at a time.
 */
record StateFile(Path path) {

  /** The document; empty when there is no file. */
  Optional<JsonNode> read() throws IOException {
    try {
      return Optional.of(StrictJson.read(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (StrictJson.MalformedJson e) {
      throw broken("it is not one whole JSON document");
    } catch (IOException e) {
      throw new IOException("The file " + path + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** The refusal of what is in the file. */
  IOException broken(String why) {
    return new IOException(
        "The file %s is not a state that can be gone on with, %s; put a good copy in its place, or move it away to start with nothing."
            .formatted(path, why));
  }

  /** Puts a document in the place of the one there is; on return it is on the disk. */
  void write(byte[] document) throws IOException {
    Path next = beside();
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(document);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  boolean remove() throws IOException {
    return Files.deleteIfExists(path);
  }

  /** Removes what a program that was killed in the middle of writing has left. */
  void tidy() throws IOException {
    Files.deleteIfExists(beside());
  }

  private Path beside() {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  // Without it the rename itself may be lost with the power. Not every system opens a folder.
  private void forceFolder() {
    try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // The file is whole all the same, the old one or the new one.
    }
  }
}
