// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The objects there are, one file each, which never changes: an object that is stored again is
 * another file. The {@value #MOST} that were stored last are kept, so that a machine's disk does
 * not fill with the bundles of every build.
 */
public final class ObjectFolder {
  /**
   * The largest object, as large as a bundle may be for SCF; COS itself takes 5 GB in one piece.
   */
  static final int LARGEST = 50 * 1024 * 1024;

  private static final int MOST = 20;

  private final Path folder;
  private final Clock clock;
  private final Map<ObjectAddress, StoredObject> objects = new LinkedHashMap<>();

  /**
   * @param folder exists and is ours alone; whoever made it removes it
   */
  public ObjectFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Stores what the stream has, in the place of what is there. */
  StoredObject put(ObjectAddress address, InputStream content, ArrivalCheck check)
      throws IOException, CosError {
    Path file = Files.createTempFile(folder, "object-", "");
    try {
      StoredObject stored = write(file, content);
      check.of(stored);
      keep(address, stored);
      return stored;
    } catch (IOException | CosError e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Says no to an object that has arrived, before anybody sees it. */
  interface ArrivalCheck {
    void of(StoredObject stored) throws CosError;
  }

  private StoredObject write(Path file, InputStream content) throws IOException {
    MessageDigest md5 = digest("MD5");
    MessageDigest sha256 = digest("SHA-256");
    try (InputStream in = new DigestInputStream(new DigestInputStream(content, md5), sha256);
        OutputStream out = Files.newOutputStream(file)) {
      long bytes = in.transferTo(out);
      Instant now = clock.instant();
      return new StoredObject(file, bytes, hex(md5.digest()), hex(sha256.digest()), now);
    }
  }

  private synchronized void keep(ObjectAddress address, StoredObject stored) throws IOException {
    remove(address);
    if (objects.size() >= MOST) {
      remove(objects.keySet().iterator().next());
    }
    // Last: when a file can't be removed the new one is given up too.
    objects.put(address, stored);
  }

  synchronized Optional<StoredObject> find(ObjectAddress address) {
    return Optional.ofNullable(objects.get(address));
  }

  /** An object with its content; both are of the same moment. */
  synchronized Optional<ObjectContent> read(ObjectAddress address) throws IOException {
    Optional<StoredObject> there = find(address);
    return there.isEmpty()
        ? Optional.empty()
        : Optional.of(new ObjectContent(there.get(), Files.readAllBytes(there.get().file())));
  }

  /** What {@link #read} found. Not compared with others, so its array does no harm. */
  record ObjectContent(StoredObject object, byte[] bytes) {}

  synchronized void remove(ObjectAddress address) throws IOException {
    StoredObject gone = objects.remove(address);
    if (gone != null) {
      Files.deleteIfExists(gone.file());
    }
  }

  /**
   * Gives SCF an object's file under a name of its own, which stays when the object is gone.
   *
   * @param target does not exist yet
   */
  public synchronized Optional<StoredObject> give(ObjectAddress address, Path target)
      throws IOException {
    StoredObject there = objects.get(address);
    if (there == null) {
      return Optional.empty();
    }
    try {
      Files.createLink(target, there.file());
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      Files.copy(there.file(), target);
    }
    return Optional.of(there);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
    }
  }
}
