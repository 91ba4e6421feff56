// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second emulator out of a folder. The system lets go of it when the program is killed. */
final class FolderLock implements AutoCloseable {
  private static final String IN_USE =
      "The folder %s is in use by another emulator: stop that one, or use another folder.";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock of(Path folder) throws IOException {
    FileChannel channel = open(folder);
    try {
      if (isTaken(channel)) {
        throw new IOException(IN_USE.formatted(folder));
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  static IOException notWritable(Path folder, IOException e) {
    return new IOException(
        "The folder " + folder + " cannot be written: make it one that can, or use another folder.",
        e);
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  // The file itself stays: removing it would let two in, one on the old file and one on the new.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The lock of the folder could not be let go.", e);
    }
  }
}
