// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of resources, in CAM's six segments. */
public final class ResourceNames {
  /** The one account there is. */
  public static final String UIN = "100000000001";

  /** What an operation-level action needs: policies cannot narrow it. */
  public static final Set<String> OPERATION_LEVEL = Set.of("*");

  private ResourceNames() {}

  /** {@code qcs::product:region:uin/…:path}. */
  public static String of(String product, String region, String path) {
    return "qcs::" + product + ":" + region + ":uin/" + UIN + ":" + path;
  }

  /**
   * One resource for each id that a call names.
   *
   * @param ids a list of texts; when it is absent or empty the call is about all, {@code prefix*}
   */
  public static Set<String> each(String product, String region, String prefix, JsonNode ids) {
    Set<String> resources = new LinkedHashSet<>();
    ids.forEach(id -> resources.add(of(product, region, prefix + id.textValue())));
    return resources.isEmpty() ? Set.of(of(product, region, prefix + "*")) : resources;
  }
}
