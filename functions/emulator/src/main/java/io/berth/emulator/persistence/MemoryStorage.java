// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import io.berth.emulator.state.CloudState;
import java.util.function.Supplier;

/** Memory alone: nothing is read, written or waited for. */
final class MemoryStorage implements Storage {
  private final Snapshots snapshots = new MemorySnapshots();

  @Override
  public void begin(Supplier<CloudState> state) {}

  @Override
  public void flush() {}

  @Override
  public Snapshots snapshots() {
    return snapshots;
  }

  @Override
  public void close() {}
}
