// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.Tag;
import java.util.Map;
import java.util.stream.Collectors;

/** Registries by name, in all regions (TCR DescribeInstances). */
final class RegistryNames implements NameLookup {
  @Override
  public String name(Parameters parameters) {
    return parameters.text("RegistryName").orElseThrow();
  }

  @Override
  public ApiRequest page(Parameters parameters, Page.Cursor cursor) {
    return DescribeInstances.named(parameters.region(), name(parameters), cursor.rows());
  }

  @Override
  public Page<NamedResource> read(Map<String, Object> answer) {
    DescribeInstances.Page page = DescribeInstances.Page.from(answer);
    return new Page<>(page.registries().stream().map(RegistryNames::found).toList(), page.total());
  }

  private static NamedResource found(DescribeInstances.Registry registry) {
    return new NamedResource(
        registry.registryId(),
        registry.registryName(),
        registry.region(),
        registry.status(),
        registry.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> b)),
        registry.created(),
        Map.of("RegistryType", registry.registryType()));
  }

  @Override
  public Parameters named(String region, String name) {
    return new Parameters(Map.of("Region", region, "RegistryName", name, "RegistryType", "basic"));
  }
}
