// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Unpacked code, one folder for each content, whoever uses it. A folder goes with its last user.
 */
public final class FunctionCodes {
  private final Path folder;
  private final Map<String, Shared> byHash = new HashMap<>();

  /** Takes the folder in which each content gets one of its own. */
  public FunctionCodes(Path folder) {
    this.folder = folder;
  }

  /** One content: how many use it, and the folder once somebody has unpacked it. */
  private static final class Shared {
    private int users;
    private @Nullable FunctionCode code;

    // Two functions that come with the same content at once: one unpacks, the other waits here.
    synchronized FunctionCode unpacked(ReceivedZip upload, Path folder)
        throws InvalidCode, IOException {
      if (code == null) {
        code = unpack(upload, folder);
      } else {
        upload.discard();
      }
      return code;
    }
  }

  /**
   * The code of an upload, whose file is taken. To be given back with {@link #release}, once for
   * each time that it was acquired.
   */
  public FunctionCode acquire(ReceivedZip upload) throws InvalidCode, IOException {
    Shared shared;
    synchronized (byHash) {
      shared = byHash.computeIfAbsent(upload.sha256(), hash -> new Shared());
      shared.users++;
    }
    try {
      return shared.unpacked(upload, folder);
    } catch (InvalidCode | IOException e) {
      leave(upload.sha256());
      throw e;
    }
  }

  /** Ends one use. */
  public void release(FunctionCode code) {
    if (leave(code.sha256())) {
      code.delete();
    }
  }

  /** Whether that was the last one. */
  private boolean leave(String sha256) {
    synchronized (byHash) {
      Shared shared = Objects.requireNonNull(byHash.get(sha256));
      shared.users--;
      if (shared.users > 0) {
        return false;
      }
      byHash.remove(sha256);
      return true;
    }
  }

  private static FunctionCode unpack(ReceivedZip upload, Path folder)
      throws InvalidCode, IOException {
    Path own = Files.createTempDirectory(folder, "code-");
    FunctionCode code = new FunctionCode(own, upload.sha256(), upload.bytes());
    try {
      Files.move(upload.file(), code.zip());
      new CodeUnpacker(CodeUnpacker.UNPACKED_BYTES).run(code);
      return code;
    } catch (InvalidCode | IOException e) {
      code.delete();
      throw e;
    }
  }
}
