// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.emulator.TestCloud;
import java.util.Optional;

/**
 * One call as somebody who uses a client thinks of it.
 *
 * @param region empty when the client is told none
 * @param json the action's own parameters, a JSON object
 */
record Ask(String version, String action, Optional<String> region, String json, Key key) {
  /** The product's domain prefix. */
  String service() {
    return version.equals(TestCloud.TAT) ? "tat" : "tcr";
  }

  Ask in(String otherRegion) {
    return new Ask(version, action, Optional.of(otherRegion), json, key);
  }

  Ask inNoRegion() {
    return new Ask(version, action, Optional.empty(), json, key);
  }

  Ask with(Key otherKey) {
    return new Ask(version, action, region, json, otherKey);
  }
}
