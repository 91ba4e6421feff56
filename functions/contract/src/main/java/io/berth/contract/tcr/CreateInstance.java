// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TCR {@code CreateInstance}, Version 2019-09-24: an Enterprise Edition registry.
 *
 * @param registryName becomes {@code NAME.tencentcloudcr.com}, unique across all accounts
 * @param tags without Berth's own; at most nine, because the API takes ten
 * @param prepaid present exactly when the registry is prepaid; without it, it is paid as you go
 */
public record CreateInstance(
    String region,
    String registryName,
    RegistryType registryType,
    List<Tag> tags,
    Optional<RegistryChargePrepaid> prepaid,
    boolean syncTag,
    boolean enableCosMaz,
    boolean deletionProtection)
    implements ApiRequest {

  public CreateInstance {
    tags = List.copyOf(tags);
  }

  /** Reads and checks the wire form; all violations at once, with the documented error codes. */
  public static Checked<CreateInstance> from(Map<String, Object> json) {
    return CreateInstanceRules.check(json);
  }

  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_INSTANCE;
  }

  /**
   * The same registry, to be created with the id of the request in a tag, by which it is found
   * again.
   */
  public CreateInstance taggedWith(String requestId) {
    return new CreateInstance(
        region,
        registryName,
        registryType,
        Tag.withRequest(tags, requestId),
        prepaid,
        syncTag,
        enableCosMaz,
        deletionProtection);
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    json.put("RegistryName", registryName);
    json.put("RegistryType", registryType.wireName());
    if (!tags.isEmpty()) {
      json.put("TagSpecification", TagSpecification.toJson("instance", tags));
    }
    json.put("RegistryChargeType", prepaid.isPresent() ? 1L : 0L);
    prepaid.ifPresent(p -> json.put("RegistryChargePrepaid", p.toJson()));
    putWhenTrue(json, "SyncTag", syncTag);
    putWhenTrue(json, "EnableCosMAZ", enableCosMaz);
    putWhenTrue(json, "DeletionProtection", deletionProtection);
    return json;
  }

  private static void putWhenTrue(Map<String, Object> json, String name, boolean flag) {
    if (flag) {
      json.put(name, true);
    }
  }
}
