// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.RequestRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TCR {@code CreateNamespace}, Version 2019-09-24: a place for a team's repositories in a registry.
 *
 * @param registryId of a registry in the region that runs
 * @param namespaceName unique in the registry; it cannot be changed
 * @param isPublic whether everybody who reaches the registry may pull without login
 * @param tags without Berth's own; at most nine, because the API takes ten
 */
public record CreateNamespace(
    String region, String registryId, String namespaceName, boolean isPublic, List<Tag> tags)
    implements ApiRequest {
  private static final List<String> KNOWN =
      List.of("Region", "RegistryId", "NamespaceName", "IsPublic", "TagSpecification");

  public CreateNamespace {
    tags = List.copyOf(tags);
  }

  /** Reads and checks the wire form; all violations at once, with the documented error codes. */
  public static Checked<CreateNamespace> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("InvalidParameter");
    String registryId = RegistryId.check(in);
    String name = NamespaceName.check(in);
    boolean isPublic = isPublic(in);
    // The list of this action has no code for too many tags; this one is inferred.
    List<Tag> tags =
        TagSpecification.check(in, "namespace", "InvalidParameter.ErrorTcrInvalidParameter");
    return in.checked(
        () -> new CreateNamespace(region, registryId, name, isPublic, tags), List.of());
  }

  private static boolean isPublic(Fields in) {
    return in.has("IsPublic")
        ? in.flag("IsPublic").orElse(false)
        : in.<Boolean>missing("IsPublic", RequestRule.IS_PUBLIC_NEEDED).orElse(false);
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_NAMESPACE;
  }

  /** The same namespace, to be created with the id of the request in a tag. */
  public CreateNamespace taggedWith(String requestId) {
    return new CreateNamespace(
        region, registryId, namespaceName, isPublic, Tag.withRequest(tags, requestId));
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    json.put("RegistryId", registryId);
    json.put("NamespaceName", namespaceName);
    json.put("IsPublic", isPublic);
    if (!tags.isEmpty()) {
      json.put("TagSpecification", TagSpecification.toJson("namespace", tags));
    }
    return json;
  }
}
