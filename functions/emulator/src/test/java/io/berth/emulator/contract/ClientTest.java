// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.emulator.TestCloud;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract for one client: a new emulator and a new client for each test. */
abstract class ClientTest
    implements CallerContract,
        ParameterContract,
        ErrorContract,
        RegistryContract,
        RegisterCodeContract,
        PageContract,
        RateContract,
        RoleKeyContract {
  @TempDir Path folder;
  private TestCloud cloud;
  private Subject subject;

  /** The client under test, pointed at an emulator. */
  abstract Subject connect(URI emulator);

  @BeforeEach
  final void start() {
    cloud = TestCloud.start(folder);
    // Tencent's clients stamp with the machine's clock, so the emulator starts from it.
    cloud.clock.advance(Duration.between(cloud.clock.instant(), Clock.systemUTC().instant()));
    subject = connect(cloud.uri());
  }

  @AfterEach
  final void stop() {
    try {
      subject.close();
    } finally {
      cloud.close();
    }
  }

  @Override
  public final TestCloud cloud() {
    return cloud;
  }

  @Override
  public final Subject subject() {
    return subject;
  }

  @Override
  public final Key key() {
    return new Key(TestCloud.ID, TestCloud.KEY);
  }
}
