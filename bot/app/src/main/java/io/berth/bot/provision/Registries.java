// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeInstances.Page;
import io.berth.contract.tcr.DescribeInstances.Registry;
import java.util.ArrayList;
import java.util.List;

/** Registries as TCR DescribeInstances shows them. */
final class Registries {
  private static final int MOST_PAGES = 50;

  private final Calls calls;

  Registries(Calls calls) {
    this.calls = calls;
  }

  /** In all regions; names are compared here, because a filter may match a part of a name. */
  Lookup named(String requestId, String region, String name) throws InterruptedException {
    List<Registry> found = new ArrayList<>();
    long offset = 0;
    for (int page = 0; page < MOST_PAGES; page++) {
      Calls.Read read = calls.read(requestId, DescribeInstances.named(region, name, offset));
      if (read.fields().isEmpty()) {
        return new Lookup.Failed(read.why());
      }
      Page shown = Page.from(read.fields().get());
      shown.registries().stream().filter(r -> r.registryName().equals(name)).forEach(found::add);
      offset += shown.registries().size();
      if (shown.registries().isEmpty() || offset >= shown.total()) {
        return Lookup.of(found);
      }
    }
    return new Lookup.Failed("more than " + MOST_PAGES + " pages of registries");
  }

  Lookup byId(String requestId, String region, String registryId) throws InterruptedException {
    DescribeInstances one =
        new DescribeInstances(region, List.of(registryId), List.of(), true, 0, 20);
    Calls.Read read = calls.read(requestId, one);
    return read.fields()
        .map(
            fields ->
                Lookup.of(
                    Page.from(fields).registries().stream()
                        .filter(r -> r.registryId().equals(registryId))
                        .toList()))
        .orElseGet(() -> new Lookup.Failed(read.why()));
  }
}
