// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import io.berth.contract.tcr.DescribeNamespaces;
import io.berth.contract.tcr.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Namespaces by name, in one registry (TCR DescribeNamespaces). */
final class NamespaceNames implements NameLookup {
  private static final int FULL = 100;

  @Override
  public String name(Parameters parameters) {
    return parameters.text("NamespaceName").orElseThrow();
  }

  @Override
  public ApiRequest page(Parameters parameters, Page.Cursor cursor) {
    String registry = parameters.text("RegistryId").orElseThrow();
    return DescribeNamespaces.named(
        parameters.region(), registry, name(parameters), cursor.number());
  }

  /**
   * Documents and users disagree about what the offset and the total count, so that another page is
   * asked for only while one is full.
   */
  @Override
  public Page<NamedResource> read(Map<String, Object> answer) {
    List<NamedResource> found =
        DescribeNamespaces.Page.from(answer).namespaces().stream()
            .map(NamespaceNames::found)
            .toList();
    return new Page<>(found, found.size() < FULL ? 0 : Long.MAX_VALUE);
  }

  private static NamedResource found(DescribeNamespaces.Namespace namespace) {
    Map<String, String> tags =
        namespace.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> b));
    return new NamedResource(
        namespace.namespaceName(),
        namespace.namespaceName(),
        "",
        "",
        tags,
        Optional.empty(),
        Map.of("IsPublic", namespace.isPublic()));
  }

  @Override
  public Parameters named(String region, String name) {
    return new Parameters(
        Map.of(
            "Region",
            region,
            "RegistryId",
            "tcr-00000000",
            "NamespaceName",
            name,
            "IsPublic",
            false));
  }
}
