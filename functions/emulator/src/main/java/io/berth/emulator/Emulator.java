// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import io.berth.emulator.http.Loopback;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.scf.Scf;
import io.berth.emulator.signature.Keys;
import java.io.IOException;
import java.net.URI;

/**
 * A running emulator: the cloud API on one port, the functions' URLs on another, both of loopback
 * unless told otherwise. Everything is kept in memory, unless {@link Options#withStateIn} names a
 * folder.
 */
public final class Emulator implements AutoCloseable {
  private final Loopback cloud;
  private final Scf scf;
  private final Keys keys;
  private final Storage storage;

  private Emulator(Loopback cloud, Scf scf, Keys keys, Storage storage) {
    this.cloud = cloud;
    this.scf = scf;
    this.keys = keys;
    this.storage = storage;
  }

  /**
   * Starts to listen, on 127.0.0.1 unless {@link Settings#listening} says otherwise.
   *
   * @throws IOException when a port is taken, or the folder to keep the state in cannot be used,
   *     with one sentence that names it and the way out
   */
  public static Emulator start(Options options) throws IOException {
    Storage storage = Storage.of(options.stateIn());
    try {
      return start(options, storage);
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  private static Emulator start(Options options, Storage storage) throws IOException {
    Keys keys = new Keys(options.secretId(), options.secretKey(), options.random());
    Loopback cloud =
        Loopback.bind(
            options.settings().listening().address(), options.port(), "emulator", "--port");
    try {
      return serve(options, storage, keys, cloud);
    } catch (IOException | RuntimeException e) {
      cloud.close();
      throw e;
    }
  }

  private static Emulator serve(Options options, Storage storage, Keys keys, Loopback cloud)
      throws IOException {
    Scf scf =
        Scf.start(
            options.functionsPort(),
            cloud.uri(),
            keys,
            options.clock(),
            options.random(),
            options.workDirectory(),
            options.log());
    try {
      cloud.serve(new CloudServices(options, keys, scf, storage).handler());
      return new Emulator(cloud, scf, keys, storage);
    } catch (IOException | RuntimeException e) {
      scf.close();
      throw e;
    }
  }

  /** Where the cloud API is, e.g. {@code http://127.0.0.1:8102}. */
  public URI cloud() {
    return cloud.uri();
  }

  /** Where the Function URLs are; a function's name follows as the path. */
  public URI functions() {
    return scf.functions();
  }

  /**
   * A temporary key of a role, as a function with that role gets one. It is good only with its
   * token, and until the emulator is closed.
   */
  public Keys.TemporaryKey roleKey(String role) {
    return keys.issue(role);
  }

  /** Ends the functions' processes, frees both ports and the folder. */
  @Override
  public void close() {
    try (storage;
        cloud) {
      scf.close();
    }
  }
}
