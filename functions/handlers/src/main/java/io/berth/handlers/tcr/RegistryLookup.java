// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.Tag;
import io.berth.handlers.call.RoleCloud;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks a registry up by its name in all regions and on all pages. Names are compared exactly,
 * because the API's filter may match a part (TCR DescribeInstances, Filters).
 */
final class RegistryLookup {
  /** A name is unique, so more pages than this would only mean that the answers make no sense. */
  private static final int MOST_PAGES = 20;

  private RegistryLookup() {}

  enum Kind {
    /** It carries the tag of the request. */
    OURS,
    /** It carries another tag or none. */
    FOREIGN,
    /** This account has none of that name. */
    ABSENT,
    /** The list could not be read. */
    UNREADABLE
  }

  /**
   * @param id the RegistryId when there is one
   * @param why for {@link Kind#UNREADABLE}, a clause
   */
  record Found(Kind kind, String id, String why, String requestId) {}

  /** A page, or why there is none. */
  private record Page(List<?> registries, long total, String why, String requestId) {}

  static Found byName(RoleCloud cloud, CreateInstance request, String requestId) {
    long seen = 0;
    for (int n = 0; n < MOST_PAGES; n++) {
      Page page =
          page(cloud.call(DescribeInstances.named(request.region(), request.registryName(), seen)));
      if (!page.why().isEmpty()) {
        return new Found(Kind.UNREADABLE, "", page.why(), page.requestId());
      }
      Optional<Found> found = match(page, request.registryName(), requestId);
      seen += page.registries().size();
      if (found.isPresent() || page.registries().isEmpty() || seen >= page.total()) {
        return found.orElse(new Found(Kind.ABSENT, "", "", page.requestId()));
      }
    }
    return new Found(Kind.UNREADABLE, "", "the list of registries does not end", "");
  }

  private static Page page(CloudReply reply) {
    return reply.fold(
        accepted ->
            new Page(
                accepted.response().get("Registries") instanceof List<?> list ? list : List.of(),
                accepted.response().get("TotalCount") instanceof Long total ? total : 0,
                "",
                accepted.requestId()),
        refused ->
            unreadable(
                "this function's role may not look it up (tcr:DescribeInstances: "
                    + refused.code()
                    + ")",
                refused.requestId()),
        lost -> unreadable("it could not be looked up: " + lost.why(), ""),
        malformed -> unreadable("it could not be looked up: " + malformed.why(), ""));
  }

  private static Page unreadable(String why, String requestId) {
    return new Page(List.of(), 0, why, requestId);
  }

  private static Optional<Found> match(Page page, String name, String requestId) {
    for (Object element : page.registries()) {
      if (element instanceof Map<?, ?> registry
          && name.equals(registry.get("RegistryName"))
          && registry.get("RegistryId") instanceof String id) {
        Kind kind = hasTag(registry, requestId) ? Kind.OURS : Kind.FOREIGN;
        return Optional.of(new Found(kind, id, "", page.requestId()));
      }
    }
    return Optional.empty();
  }

  private static boolean hasTag(Map<?, ?> registry, String requestId) {
    return registry.get("TagSpecification") instanceof Map<?, ?> specification
        && specification.get("Tags") instanceof List<?> tags
        && tags.stream()
            .anyMatch(
                element ->
                    element instanceof Map<?, ?> tag
                        && Tag.REQUEST_KEY.equals(tag.get("Key"))
                        && requestId.equals(tag.get("Value")));
  }
}
