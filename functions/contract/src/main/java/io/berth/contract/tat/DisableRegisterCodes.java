// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tat;

import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.Fields;
import io.berth.contract.FunctionName;
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
  private static final List<String> KNOWN = List.of("Region", "RegisterCodeIds");

  public DisableRegisterCodes {
    registerCodeIds = List.copyOf(registerCodeIds);
  }

  /** Reads and checks the wire form; all violations at once. */
  public static Checked<DisableRegisterCodes> from(Map<String, Object> json) {
    Fields in = Fields.of(json, KNOWN);
    String region = in.region("UnsupportedRegion");
    List<String> ids = in.texts("RegisterCodeIds");
    if (!in.has("RegisterCodeIds")) {
      in.missing("RegisterCodeIds", "give the ids of the codes to disable");
    } else if (ids.isEmpty() || ids.size() >= 100) {
      in.refuse(
          "RegisterCodeIds",
          "count",
          "InvalidParameterValue.InvalidRegisterCodeId",
          "RegisterCodeIds needs 1 to 99 ids.");
    }
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .findFirst()
        .ifPresent(
            id ->
                in.refuse(
                    "RegisterCodeIds",
                    "duplicate",
                    "InvalidParameterValue.ParameterKeyDuplicated",
                    "RegisterCodeIds names " + Echo.of(id) + " twice; give each id once."));
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
    json.put("RegisterCodeIds", registerCodeIds);
    return json;
  }
}
