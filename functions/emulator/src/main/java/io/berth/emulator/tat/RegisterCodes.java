// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import io.berth.emulator.api.ApiError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All register codes of the account, oldest first. */
final class RegisterCodes {
  private final Map<String, RegisterCode> byId = new LinkedHashMap<>();
  private final int quota;

  /** Takes how many codes the account may hold. */
  RegisterCodes(int quota) {
    this.quota = quota;
  }

  /**
   * Inferred: the action's own list has no code for a full account, the product's list has this.
   */
  synchronized void add(RegisterCode code) throws ApiError {
    if (byId.size() >= quota) {
      throw new ApiError("LimitExceeded", "The account already has " + quota + " register codes.");
    }
    byId.put(code.id(), code);
  }

  /** Disables all of them, or none when one is unknown in this region. */
  synchronized void disable(Set<String> ids, String region, Instant now) throws ApiError {
    for (String id : ids) {
      RegisterCode code = byId.get(id);
      if (code == null || !code.region().equals(region)) {
        throw new ApiError(
            "ResourceNotFound.RegisterCodesNotFoundCode",
            "The register code `" + id + "` does not exist in this region.");
      }
    }
    ids.forEach(id -> byId.computeIfPresent(id, (same, code) -> code.disabled(now)));
  }

  synchronized List<RegisterCode> all() {
    return new ArrayList<>(byId.values());
  }
}
