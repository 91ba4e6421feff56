// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeInstances.Page;
import io.berth.contract.tcr.DescribeInstances.Registry;
import io.berth.handlers.call.RoleCloud;
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

  static Found byName(RoleCloud cloud, CreateInstance request, String requestId) {
    long seen = 0;
    for (int n = 0; n < MOST_PAGES; n++) {
      CloudReply reply =
          cloud.call(DescribeInstances.named(request.region(), request.registryName(), seen));
      if (!(reply instanceof CloudReply.Accepted accepted)) {
        return unread(reply);
      }
      Page page = Page.from(accepted.response());
      Optional<Registry> registry = page.named(request.registryName());
      if (registry.isPresent()) {
        return found(registry.get(), requestId, accepted.requestId());
      }
      seen += page.registries().size();
      if (page.registries().isEmpty() || seen >= page.total()) {
        return new Found(Kind.ABSENT, "", "", accepted.requestId());
      }
    }
    return unreadable("the list of registries does not end", "");
  }

  private static Found found(Registry registry, String requestId, String answerId) {
    boolean ours = registry.requestId().filter(requestId::equals).isPresent();
    return new Found(ours ? Kind.OURS : Kind.FOREIGN, registry.registryId(), "", answerId);
  }

  private static Found unread(CloudReply reply) {
    return reply.fold(
        accepted -> unreadable("", accepted.requestId()),
        refused ->
            unreadable(
                "this function's role may not look it up (tcr:DescribeInstances: "
                    + refused.code()
                    + ")",
                refused.requestId()),
        lost -> unreadable("it could not be looked up: " + lost.why(), ""),
        malformed -> unreadable("it could not be looked up: " + malformed.why(), ""));
  }

  private static Found unreadable(String why, String answerId) {
    return new Found(Kind.UNREADABLE, "", why, answerId);
  }
}
