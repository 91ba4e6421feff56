// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.ApiRequest;
import io.berth.contract.ErrorCode;
import io.berth.contract.ErrorCodes;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.tcr.DescribeInstances;
import io.berth.contract.tcr.DescribeInstances.Registry;
import io.berth.contract.tcr.DescribeNamespaces;
import io.berth.contract.tcr.DescribeNamespaces.Namespace;
import io.berth.contract.tcr.DescribeNamespaces.Page;
import io.berth.contract.text.SentenceTemplate;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Optional;

/**
 * A namespace by its name in its registry. Names are compared exactly, because the API's filter
 * matches a part (TCR DescribeNamespaces, NamespaceName).
 */
record NamedNamespace(CreateNamespace request) implements NamedResource {
  private static final String NOT_FOUND =
      "there is no registry {id} in {region}, so nothing was created";
  private static final String NOT_RUNNING =
      "registry {id} is {status}, not yet Running, so nothing was created; try again when it runs";

  /** Four times the most that a registry can have. */
  private static final int MOST_PAGES = 20;

  @Override
  public ApiRequest taggedWith(String requestId) {
    return request.taggedWith(requestId);
  }

  /** The cloud gives a namespace no id to use: its name is one. */
  @Override
  public Optional<String> idIn(Map<String, Object> response) {
    return Optional.of(name());
  }

  @Override
  public boolean isSharedWithOthers() {
    return false;
  }

  @Override
  public String takenCode() {
    return "FailedOperation.ErrorTcrResourceConflict";
  }

  @Override
  public String name() {
    return request.namespaceName();
  }

  @Override
  public String title() {
    return "namespace named " + name() + " in " + request.registryId();
  }

  @Override
  public String recipe() {
    return "look for the namespace by its name with tcr-describe-namespaces before you ask again";
  }

  @Override
  public Ownership owner(RoleCloud cloud, String requestId) {
    for (int n = 0; n < MOST_PAGES; n++) {
      DescribeNamespaces asked =
          DescribeNamespaces.named(request.region(), request.registryId(), name(), n);
      CloudReply reply = cloud.call(asked);
      if (!(reply instanceof CloudReply.Accepted accepted)) {
        return UnreadableList.ownership(FunctionName.TCR_DESCRIBE_NAMESPACES, reply);
      }
      Page page = Page.from(accepted.response());
      Optional<Namespace> namespace = page.named(name());
      if (namespace.isPresent()) {
        return owner(namespace.get(), requestId, accepted.requestId());
      }
      if (page.namespaces().size() < asked.limit()) {
        return Ownership.absent(accepted.requestId());
      }
    }
    return Ownership.unreadable("the list of namespaces does not end", "");
  }

  private Ownership owner(Namespace namespace, String requestId, String answerId) {
    if (namespace.requestId().filter(requestId::equals).isEmpty()) {
      return new Ownership(Ownership.Whose.FOREIGN, name(), "", answerId);
    }
    if (namespace.isPublic() != request.isPublic()) {
      String detail =
          "it is " + access(namespace.isPublic()) + ", not " + access(request.isPublic());
      return new Ownership(Ownership.Whose.DIFFERENT, name(), detail, answerId);
    }
    return new Ownership(Ownership.Whose.OURS, name(), "", answerId);
  }

  private static String access(boolean isPublic) {
    return isPublic ? "public" : "private";
  }

  /**
   * The registry itself: not there, or not running. Which codes the cloud has for that nobody
   * documents, and an id that does not exist may be an internal error, so the registry is looked at
   * whenever the code does not blame the caller.
   */
  @Override
  public Optional<Outcome> obstacle(CloudReply.Refused refused, Outcome plain, RoleCloud cloud) {
    ErrorCode code = ErrorCodes.of(refused.code());
    return switch (code.family()) {
      case INPUT, NAME_TAKEN, QUOTA, RATE, AUTH -> Optional.empty();
      case SERVICE, AMBIGUOUS -> registryObstacle(plain, cloud);
    };
  }

  private Optional<Outcome> registryObstacle(Outcome plain, RoleCloud cloud) {
    String id = request.registryId();
    CloudReply reply = cloud.call(DescribeInstances.withId(request.region(), id));
    if (!(reply instanceof CloudReply.Accepted accepted)) {
      return Optional.empty();
    }
    Optional<Registry> registry = DescribeInstances.Page.from(accepted.response()).withId(id);
    if (registry.isEmpty()) {
      String absent =
          SentenceTemplate.fill(NOT_FOUND, Map.of("id", id, "region", request.region()));
      return refused(404, "registry_not_found", absent, plain);
    }
    // A registry that ran before may have taken the call before it stopped.
    boolean certain = plain instanceof Outcome.Refused || registry.get().isBeingMade();
    if (!certain || registry.get().isRunning()) {
      return Optional.empty();
    }
    String status = registry.get().status();
    String early = SentenceTemplate.fill(NOT_RUNNING, Map.of("id", id, "status", status));
    return refused(503, "registry_not_running", early, plain);
  }

  private static Optional<Outcome> refused(int status, String code, String message, Outcome plain) {
    return Optional.of(new Outcome.Refused(status, code, message, plain.requestId()));
  }
}
