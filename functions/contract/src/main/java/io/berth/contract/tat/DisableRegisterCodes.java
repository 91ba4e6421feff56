// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TAT {@code DisableRegisterCodes}: no machine can enrol with these codes any more.
 *
 * @param registerCodeIds 1 to 99, each once
 */
public record DisableRegisterCodes(String region, List<String> registerCodeIds)
    implements ApiRequest {
  private static final String IDS = "RegisterCodeIds";
  private static final List<String> KNOWN = List.of("Region", IDS);

  public DisableRegisterCodes {
    registerCodeIds = List.copyOf(registerCodeIds);
  }

  /** Reads and checks the wire form; all violations at once. */
  public static Checked<DisableRegisterCodes> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("UnsupportedRegion");
    List<String> ids = in.texts(IDS);
    if (!in.has(IDS)) {
      in.missing(IDS, RequestRule.CODE_IDS_NEEDED);
    } else if (ids.isEmpty() || ids.size() >= 100) {
      in.refuse(IDS, RequestRule.CODE_IDS_COUNT, "InvalidParameterValue.InvalidRegisterCodeId");
    }
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .findFirst()
        .ifPresent(
            id ->
                in.refuse(
                    IDS,
                    RequestRule.CODE_IDS_ONCE,
                    "InvalidParameterValue.ParameterKeyDuplicated",
                    Map.of("id", Echo.of(id))));
    return in.checked(() -> new DisableRegisterCodes(region, ids), List.of());
  }

  @Override
  public FunctionName function() {
    return FunctionName.TAT_DISABLE_REGISTER_CODES;
  }

  @Override
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Region", region);
    json.put(IDS, registerCodeIds);
    return json;
  }
}
