// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.junit;

import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import io.berth.emulator.Settings;
import io.berth.emulator.WorkFolder;
import java.io.IOException;
import java.time.Clock;

/** One emulator and its temporary folder; JUnit closes it with the store that it is in. */
record RunningEmulator(Emulator emulator, WorkFolder folder, EmulatedCloud cloud)
    implements AutoCloseable {

  static RunningEmulator start(Settings settings, Clock clock) throws IOException {
    WorkFolder folder = WorkFolder.fresh();
    try {
      Options options = Options.onFreePorts(folder.path()).withSettings(settings).withClock(clock);
      Emulator emulator = Emulator.start(options);
      EmulatedCloud cloud =
          new EmulatedCloud(emulator.cloud(), options.secretId(), options.secretKey());
      return new RunningEmulator(emulator, folder, cloud);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try (folder) {
      emulator.close();
    }
  }
}
