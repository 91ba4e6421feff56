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
  /** Renewed by hand, by itself, or neither renewed nor told of. */
  public enum RenewFlag {
    MANUAL(0),
    AUTO(1),
    OFF(2);

    private final int wireValue;

    RenewFlag(int wireValue) {
      this.wireValue = wireValue;
    }

    /** MANUAL for a number that is none: the rules refuse that one. */
    static RenewFlag of(long wireValue) {
      for (RenewFlag flag : values()) {
        if (flag.wireValue == wireValue) {
          return flag;
        }
      }
      return MANUAL;
    }
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Period", (long) period);
    json.put("RenewFlag", (long) renewFlag.wireValue);
    return json;
  }
}
