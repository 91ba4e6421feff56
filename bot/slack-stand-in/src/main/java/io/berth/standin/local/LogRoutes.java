// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.delivery.DeliveryLog;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.webapi.CallLog;

/** {@code GET /local/log}: deliveries to the bot, and calls from it. */
final class LogRoutes {
  private final DeliveryLog deliveries;
  private final CallLog calls;

  LogRoutes(DeliveryLog deliveries, CallLog calls) {
    this.deliveries = deliveries;
    this.calls = calls;
  }

  HttpResponse log(LocalRequest request) {
    ObjectNode tree = LocalJson.ok();
    tree.set("deliveries", deliveries.toJson());
    tree.set("calls", calls.toJson());
    return HttpResponse.json(200, tree);
  }
}
