// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** Parameters that several actions of TCR share. */
final class RegistryParameters {
  static final Field REGISTRY_ID = Field.required("RegistryId", Type.TEXT);
  static final Field OFFSET = Field.optional("Offset", Type.INTEGER);
  static final Field LIMIT = Field.optional("Limit", Type.INTEGER);

  private static final long DEFAULT_LIMIT = 20;
  private static final long LARGEST_LIMIT = 100;

  private RegistryParameters() {}

  static String registryId(ObjectNode given) {
    return given.get("RegistryId").textValue();
  }

  static long offset(ObjectNode given) throws ApiError {
    return atLeast(given, "Offset", 0, 0);
  }

  /** Inferred: a limit above 100 is cut, as known clients send 200. */
  static long limit(ObjectNode given) throws ApiError {
    return Math.min(atLeast(given, "Limit", DEFAULT_LIMIT, 1), LARGEST_LIMIT);
  }

  private static long atLeast(ObjectNode given, String name, long absent, long least)
      throws ApiError {
    long value = given.path(name).asLong(absent);
    if (value < least) {
      throw TcrRefusal.parameter(name + " must be at least " + least + ".");
    }
    return value;
  }

  /** The texts of a list, each once. */
  static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(item -> texts.add(item.textValue()));
    return texts;
  }
}
