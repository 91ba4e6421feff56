// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import io.berth.contract.text.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the emulator knows, and how it is made to misbehave. */
final class Cloud {
  private final URI cloud;

  Cloud(URI cloud) {
    this.cloud = cloud;
  }

  List<Map<String, Object>> registries(String name) {
    return Http.objects(state().get("registries")).stream()
        .filter(registry -> name.equals(registry.get("RegistryName")))
        .toList();
  }

  List<Map<String, Object>> registerCodes(String description) {
    return Http.objects(state().get("registerCodes")).stream()
        .filter(code -> String.valueOf(code.get("Description")).startsWith(description))
        .toList();
  }

  Map<String, Object> state() {
    return Http.get(cloud.resolve("/_emulator/state"));
  }

  String stateText() {
    return Json.write(state());
  }

  /** How often an action was asked for, refused calls included. */
  long calls(String action) {
    return Http.objects(Http.get(cloud.resolve("/_emulator/requests")).get("requests")).stream()
        .filter(request -> Json.write(request).contains("\"" + action + "\""))
        .count();
  }

  /** Takes away everything but the deployed functions. */
  void reset() {
    Http.send("POST", cloud.resolve("/_emulator/reset"), Map.of());
  }

  void fault(Map<String, Object> fault) {
    faults(List.of(fault));
  }

  void faults(List<Map<String, Object>> faults) {
    Http.send("PUT", cloud.resolve("/_emulator/faults"), faults);
  }

  Map<String, Object> awaitRegistry(String name) {
    return Http.await(
            "registry " + name, () -> Optional.of(registries(name)).filter(r -> !r.isEmpty()))
        .get(0);
  }
}
