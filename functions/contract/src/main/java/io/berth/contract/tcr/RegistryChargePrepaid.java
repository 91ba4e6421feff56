// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a prepaid registry is bought for (TCR CreateInstance, RegistryChargePrepaid).
 *
 * @param period months
 * @param renewFlag what happens at the end
 */
public record RegistryChargePrepaid(int period, RenewFlag renewFlag) {
  /**
   * The wire value is the place in this list: 0 manual, 1 automatic, 2 no renewal and no notice.
   */
  public enum RenewFlag {
    MANUAL,
    AUTO,
    OFF
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Period", (long) period);
    json.put("RenewFlag", (long) renewFlag.ordinal());
    return json;
  }
}
