// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import java.time.Instant;

/**
 * How a registry is paid.
 *
 * @param type 0 pay-as-you-go, 1 prepaid
 * @param months bought when prepaid, else 0
 * @param renewFlag 0 manual, 1 automatic, 2 neither renewal nor notice
 * @param from when the first of the months began
 */
record Charge(int type, long months, int renewFlag, Instant from) {
  static final long MOST_MONTHS = 1200;
  static final Schema PREPAID =
      Schema.of(Field.required("Period", Type.INTEGER), Field.required("RenewFlag", Type.INTEGER));

  boolean prepaid() {
    return type == 1;
  }

  /** Inferred: the prepaid part is required with type 1, and checked but not used with type 0. */
  static Charge of(ObjectNode parameters, Instant now) throws ApiError {
    long type = parameters.path("RegistryChargeType").asLong(0);
    if (type != 0 && type != 1) {
      throw TcrRefusal.parameter("RegistryChargeType must be 0 (pay-as-you-go) or 1 (prepaid).");
    }
    JsonNode given = parameters.path("RegistryChargePrepaid");
    if (given.isMissingNode()) {
      if (type == 1) {
        throw ApiError.missing("RegistryChargePrepaid");
      }
      return new Charge(0, 0, 0, now);
    }
    Charge prepaid = prepaid(given, now);
    return type == 1 ? prepaid : new Charge(0, 0, 0, now);
  }

  /** Prepaid as {@code RegistryChargePrepaid} says. */
  static Charge prepaid(JsonNode given, Instant now) throws ApiError {
    return new Charge(1, months(given), renewFlag(given), now);
  }

  /** So many months more. Inferred: no registry is paid for more than a hundred years. */
  Charge renewed(Charge by) throws ApiError {
    if (months + by.months > MOST_MONTHS) {
      throw TcrRefusal.parameter("RegistryChargePrepaid.Period is too long.");
    }
    return new Charge(1, months + by.months, by.renewFlag, from);
  }

  private static long months(JsonNode given) throws ApiError {
    long months = given.get("Period").longValue();
    if (months < 1 || months > MOST_MONTHS) {
      throw TcrRefusal.parameter("RegistryChargePrepaid.Period must be a number of months from 1.");
    }
    return months;
  }

  private static int renewFlag(JsonNode given) throws ApiError {
    long flag = given.get("RenewFlag").longValue();
    if (flag < 0 || flag > 2) {
      throw TcrRefusal.parameter(
          "RegistryChargePrepaid.RenewFlag must be 0 (manual), 1 (automatic) or 2 (no renewal).");
    }
    return (int) flag;
  }
}
