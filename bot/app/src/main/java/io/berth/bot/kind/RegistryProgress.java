// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.tcr.DescribeInstances;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A new registry goes from Pending over Deploying to Running, in minutes. */
final class RegistryProgress implements Progress {
  private static final String RUNNING = "Running";

  /** TCR, Registry.Status: those after which nothing better comes by waiting. */
  private static final Set<String> LAST = Set.of(RUNNING, "FailedCreated", "Isolate");

  @Override
  public ApiRequest look(Parameters parameters, String id) {
    return new DescribeInstances(parameters.region(), List.of(id), List.of(), true, 0, 20);
  }

  @Override
  public Optional<String> status(Map<String, Object> answer, String id) {
    return DescribeInstances.Page.from(answer).registries().stream()
        .filter(registry -> registry.registryId().equals(id))
        .map(DescribeInstances.Registry::status)
        .findFirst();
  }

  @Override
  public boolean isReady(String status) {
    return status.equals(RUNNING);
  }

  @Override
  public boolean isLast(String status) {
    return LAST.contains(status);
  }
}
