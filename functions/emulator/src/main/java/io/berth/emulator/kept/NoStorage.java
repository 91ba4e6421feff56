// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.kept;

import io.berth.emulator.api.World;
import java.util.function.Supplier;

/** Memory alone: nothing is read, written or waited for. */
final class NoStorage implements Storage {
  private final Shelf snapshots = new MemoryShelf();

  @Override
  public void begin(Supplier<World> world) {}

  @Override
  public void settle() {}

  @Override
  public Shelf snapshots() {
    return snapshots;
  }

  @Override
  public void close() {}
}
