// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.product;

import io.berth.emulator.error.ApiError;
import java.util.Map;
import java.util.Set;

/** One product of the cloud, found by its version. */
public interface CloudProduct {
  /**
   * The product's domain prefix, e.g. {@code tcr}: a Host that names another product is refused.
   */
  default String name() {
    return "";
  }

  /** The one version that is served, e.g. {@code 2019-09-24}. */
  String version();

  /** The actions by name; the map does not change. */
  Map<String, ApiAction> actions();

  /**
   * Refuses a well-formed region in which the product does not offer the action.
   *
   * @throws ApiError {@code UnsupportedRegion}, or the action's own code for it
   */
  default void checkRegion(String action, String region) throws ApiError {}

  /** Whether an action must be told a region; without one it works in {@code ap-guangzhou}. */
  default boolean needsRegion(String action) {
    return true;
  }

  /**
   * The resources that a call is about, each of which its caller must be allowed; by default the
   * actions are operation-level.
   */
  default Set<String> resources(ApiCall call) {
    return ResourceNames.OPERATION_LEVEL;
  }

  /** Whether policies can make an action depend on the caller's address. */
  default boolean knowsAddress(String action) {
    return true;
  }

  /** What the agents of machines call, unsigned, by action. */
  default Map<String, AgentAction> agentActions() {
    return Map.of();
  }
}
