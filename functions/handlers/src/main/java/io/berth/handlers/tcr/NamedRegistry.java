// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.ApiRequest;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeInstances.Page;
import io.berth.contract.tcr.DescribeInstances.Registry;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Optional;

/**
 * A registry by its name, in all regions and on all pages. Names are compared exactly, because the
 * API's filter may match a part (TCR DescribeInstances, Filters).
 */
record NamedRegistry(CreateInstance request) implements NamedResource {
  /** A name is unique, so more pages than this would only mean that the answers make no sense. */
  private static final int MOST_PAGES = 20;

  @Override
  public ApiRequest taggedWith(String requestId) {
    return request.taggedWith(requestId);
  }

  @Override
  public Optional<String> idIn(Map<String, Object> response) {
    return response.get("RegistryId") instanceof String id ? Optional.of(id) : Optional.empty();
  }

  /** Registry names are unique across all accounts. */
  @Override
  public boolean isSharedWithOthers() {
    return true;
  }

  @Override
  public String takenCode() {
    return "InvalidParameter.ErrorNameExists";
  }

  @Override
  public String name() {
    return request.registryName();
  }

  @Override
  public String title() {
    return "registry named " + name();
  }

  @Override
  public String recipe() {
    return "look for the registry by its name with tcr-describe-instances before you ask again";
  }

  /** The name and the parameters are all that a registry needs. */
  @Override
  public Optional<Outcome> obstacle(CloudReply.Refused refused, Outcome plain, RoleCloud cloud) {
    return Optional.empty();
  }

  @Override
  public Ownership owner(RoleCloud cloud, String requestId) {
    long seen = 0;
    for (int n = 0; n < MOST_PAGES; n++) {
      CloudReply reply = cloud.call(DescribeInstances.named(request.region(), name(), seen));
      if (!(reply instanceof CloudReply.Accepted accepted)) {
        return UnreadableList.ownership(FunctionName.TCR_DESCRIBE_INSTANCES, reply);
      }
      Page page = Page.from(accepted.response());
      Optional<Registry> registry = page.named(name());
      if (registry.isPresent()) {
        return owner(registry.get(), requestId, accepted.requestId());
      }
      seen += page.registries().size();
      if (page.registries().isEmpty() || seen >= page.total()) {
        return Ownership.absent(accepted.requestId());
      }
    }
    return Ownership.unreadable("the list of registries does not end", "");
  }

  private Ownership owner(Registry registry, String requestId, String answerId) {
    String asked = request.registryType().wireName();
    String type = registry.registryType();
    if (registry.requestId().filter(requestId::equals).isEmpty()) {
      return new Ownership(Ownership.Whose.FOREIGN, registry.registryId(), "", answerId);
    }
    if (!type.isEmpty() && !type.equals(asked)) {
      String detail = "it is " + type + ", not " + asked;
      return new Ownership(Ownership.Whose.DIFFERENT, registry.registryId(), detail, answerId);
    }
    return new Ownership(Ownership.Whose.OURS, registry.registryId(), "", answerId);
  }
}
