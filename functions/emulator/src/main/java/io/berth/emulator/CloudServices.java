// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.admin.AdminHandler;
import io.berth.emulator.admin.ResourceGauges;
import io.berth.emulator.api.CallPipelines;
import io.berth.emulator.api.CloudApi;
import io.berth.emulator.api.CloudHandler;
import io.berth.emulator.cos.CosAccessCheck;
import io.berth.emulator.cos.CosHandler;
import io.berth.emulator.faults.FaultEffect;
import io.berth.emulator.http.CrossSiteCheck;
import io.berth.emulator.journal.CallMetrics;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.scf.Scf;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.state.CloudClock;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.tat.Tat;
import io.berth.emulator.tcr.Tcr;
import io.berth.emulator.text.Identifiers;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;

/** What is served on the cloud's port, wired together: objects, the admin API, the cloud API. */
final class CloudServices {
  private final Options options;
  private final Settings settings;
  private final Keys keys;
  private final Scf scf;
  private final Storage storage;
  private final Identifiers identifiers;

  CloudServices(Options options, Keys keys, Scf scf, Storage storage) {
    this.options = options;
    this.settings = options.settings();
    this.keys = keys;
    this.scf = scf;
    this.storage = storage;
    this.identifiers = new Identifiers(options.random());
  }

  /**
   * All of it, over the state that was kept.
   *
   * @throws IOException when what was kept cannot be used, with one sentence
   */
  Handler handler() throws IOException {
    AtomicReference<CloudState> state = new AtomicReference<>(fresh());
    storage.begin(state::get);
    CrossSiteCheck crossSite = new CrossSiteCheck(settings.listening());
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ResourceGauges.register(registry, state::get);
    return new Handler.Sequence(
        cos(() -> state.get().signatureClock()),
        new AdminHandler(state, this::fresh, crossSite, registry, storage),
        new CloudHandler(crossSite, api(state::get, registry)));
  }

  private CloudApi api(Supplier<CloudState> state, PrometheusMeterRegistry registry) {
    List<String> effects = Arrays.stream(FaultEffect.values()).map(FaultEffect::wireName).toList();
    return new CloudApi(
        state,
        identifiers,
        new CallMetrics(registry, options.clock(), effects),
        options.log(),
        new CallPipelines(keys, settings.permissions(), storage, settings.loose()));
  }

  private Handler cos(Supplier<Clock> clock) {
    CosAccessCheck access = new CosAccessCheck(keys, settings.permissions(), clock);
    return new CosHandler(scf.objects(), access, clock, identifiers);
  }

  /**
   * Functions and objects outlive a reset: who runs Berth on a laptop should not have to deploy
   * again.
   */
  private CloudState fresh() {
    CloudClock clock = new CloudClock(options.clock());
    Tcr tcr = new Tcr(clock, identifiers, settings.pace(), settings.registriesPerRegion());
    Tat tat = new Tat(clock, identifiers, settings.registerCodes());
    Map<String, Supplier<JsonNode>> resources = new LinkedHashMap<>();
    resources.put("registries", tcr::state);
    resources.put("registerCodes", tat::state);
    resources.put("registeredInstances", tat::machines);
    resources.put("functions", scf::state);
    return CloudState.of(clock, options.clock(), List.of(tcr, tat, scf), resources);
  }
}
