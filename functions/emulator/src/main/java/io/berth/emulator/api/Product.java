// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.util.Map;

/** One product of the cloud, found by its version. */
public interface Product {
  /**
   * The product's domain prefix, e.g. {@code tcr}: a Host that names another product is refused.
   */
  default String name() {
    return "";
  }

  /** The one version that is served, e.g. {@code 2019-09-24}. */
  String version();

  /** The actions by name; the map does not change. */
  Map<String, Action> actions();

  /**
   * Refuses a well-formed region in which the product does not offer the action.
   *
   * @throws ApiError {@code UnsupportedRegion}, or the action's own code for it
   */
  default void checkRegion(String action, String region) throws ApiError {}
}
