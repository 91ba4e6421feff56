// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.admin.AdminHandler;
import io.berth.emulator.api.CloudHandler;
import io.berth.emulator.cos.CosAccessCheck;
import io.berth.emulator.cos.CosHandler;
import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.http.Loopback;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.scf.Scf;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.state.CloudClock;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.tat.Tat;
import io.berth.emulator.tcr.Tcr;
import io.berth.emulator.text.Identifiers;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

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
    CrossSiteCheck callers = new CrossSiteCheck(options.settings().listening());
    Loopback cloud = bind(options);
    Scf scf = null;
    try {
      scf = scf(options, cloud.uri(), keys);
      Supplier<CloudState> fresh = worlds(options, scf);
      AtomicReference<CloudState> world = new AtomicReference<>(fresh.get());
      storage.begin(world::get);
      Identifiers identifiers = new Identifiers(options.random());
      CallMetrics metrics = new CallMetrics(options.clock());
      cloud.serve(
          new Handler.Sequence(
              cos(scf, keys, options, () -> world.get().signatureClock()),
              new AdminHandler(world, fresh, callers, metrics, storage),
              new CloudHandler(
                  world::get,
                  keys,
                  options.settings().permissions(),
                  identifiers,
                  metrics,
                  options.log(),
                  callers,
                  options.settings().loose(),
                  storage)));
      return new Emulator(cloud, scf, keys, storage);
    } catch (IOException | RuntimeException e) {
      if (scf != null) {
        scf.close();
      }
      cloud.close();
      throw e;
    }
  }

  private static Loopback bind(Options options) throws IOException {
    return Loopback.bind(
        options.settings().listening().address(), options.port(), "emulator", "--port");
  }

  private static Scf scf(Options options, URI cloud, Keys keys) throws IOException {
    return Scf.start(
        options.functionsPort(),
        cloud,
        keys,
        options.clock(),
        options.random(),
        options.workDirectory(),
        options.log());
  }

  private static Handler cos(Scf scf, Keys keys, Options options, Supplier<Clock> clock) {
    CosAccessCheck callers = new CosAccessCheck(keys, options.settings().permissions(), clock);
    return new CosHandler(scf.objects(), callers, clock, new Identifiers(options.random()));
  }

  /**
   * Functions and objects outlive a reset: who runs Berth on a laptop should not have to deploy
   * again.
   */
  private static Supplier<CloudState> worlds(Options options, Scf scf) {
    Settings settings = options.settings();
    Identifiers identifiers = new Identifiers(options.random());
    return () -> {
      CloudClock clock = new CloudClock(options.clock());
      Tcr tcr = new Tcr(clock, identifiers, settings.pace(), settings.registriesPerRegion());
      Tat tat = new Tat(clock, identifiers, settings.registerCodes());
      Map<String, Supplier<JsonNode>> states = new LinkedHashMap<>();
      states.put("registries", tcr::state);
      states.put("registerCodes", tat::state);
      states.put("registeredInstances", tat::machines);
      states.put("functions", scf::state);
      return CloudState.of(clock, options.clock(), List.of(tcr, tat, scf), states);
    };
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
