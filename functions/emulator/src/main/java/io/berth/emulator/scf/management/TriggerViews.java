// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.ScfJson;
import java.net.URI;

/** Triggers as the API shows them. */
final class TriggerViews {
  private final URI functions;

  /**
   * @param functions where the Function URLs are
   */
  TriggerViews(URI functions) {
    this.functions = functions;
  }

  ArrayNode all(FunctionState state) {
    ArrayNode all = ScfJson.array();
    state.triggers().values().forEach(trigger -> all.add(one(state.key(), trigger)));
    return all;
  }

  /** {@code TriggerInfo}: Enable is written OPEN/CLOSE and read 1/0. */
  ObjectNode one(FunctionKey key, UrlTrigger trigger) {
    return ScfJson.object()
        .put("TriggerName", trigger.name())
        .put("Type", "http")
        .put("TriggerDesc", trigger.settings().readBack(functions + "/" + key.name()))
        .put("Enable", trigger.enabled() ? 1 : 0)
        .put("Qualifier", trigger.qualifier())
        .put("AvailableStatus", "Available")
        .put("AddTime", FunctionParameters.time(trigger.added()))
        .put("ModTime", FunctionParameters.time(trigger.modified()))
        .put("CustomArgument", "")
        .put("Description", trigger.description())
        .put("ResourceId", "")
        .put("BindStatus", "")
        .put("TriggerAttribute", "");
  }
}
