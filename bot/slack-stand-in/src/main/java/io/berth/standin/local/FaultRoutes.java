// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.standin.faults.DeliveryFault;
import io.berth.standin.faults.MethodFault;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpResponse;
import io.berth.standin.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;

/** {@code /local/faults}: misbehaviour that scripts ask for. */
final class FaultRoutes {
  private static final int MOST = 10_000;

  private final Workspace workspace;
  private final PendingFaults faults;

  FaultRoutes(Workspace workspace, PendingFaults faults) {
    this.workspace = workspace;
    this.faults = faults;
  }

  HttpResponse list(LocalRequest request) {
    return HttpResponse.json(200, LocalJson.ok().set("faults", faults.toJson()));
  }

  HttpResponse add(LocalRequest request) throws LocalRefusal {
    if (request.get("ephemeral").asText().equals("lost")) {
      workspace.messages().loseEphemeral(request.get("count").asInt(1));
    } else if (request.has("deliver")) {
      int count = count(request);
      faults.add(deliveryFault(request.get("deliver").asText()), count);
    } else {
      addForMethod(request, count(request));
    }
    return list(request);
  }

  HttpResponse clear(LocalRequest request) {
    faults.clear();
    workspace.messages().loseEphemeral(0);
    return HttpResponse.json(200, LocalJson.ok());
  }

  private static int count(LocalRequest request) throws LocalRefusal {
    int count = request.get("count").asInt(1);
    if (count < 1 || count > MOST) {
      throw LocalRefusal.bad("count", "how often it happens, from 1 to %d.".formatted(MOST));
    }
    return count;
  }

  private static DeliveryFault deliveryFault(String word) throws LocalRefusal {
    return DeliveryFault.of(word)
        .orElseThrow(
            () -> LocalRefusal.bad("deliver", "use one of %s.".formatted(DeliveryFault.words())));
  }

  private void addForMethod(LocalRequest request, int count) throws LocalRefusal {
    if (!request.has("method")) {
      throw LocalRefusal.bad(
          "deliver",
          "name a delivery fault (%s), or a method instead.".formatted(DeliveryFault.words()));
    }
    String method = request.get("method").asText();
    if (request.has("per_channel_ms")) {
      faults.limitRate(method, Duration.ofMillis(request.get("per_channel_ms").asLong()));
    } else {
      faults.add(methodFault(method, request), count);
    }
  }

  private static MethodFault methodFault(String method, LocalRequest request) throws LocalRefusal {
    MethodFault fault =
        new MethodFault(
            method,
            Optional.of(request.get("error")).filter(JsonNode::isTextual).map(JsonNode::asText),
            Optional.of(request.get("status")).filter(JsonNode::isInt).map(JsonNode::asInt),
            request.get("retry_after").asInt(1),
            request.get("hang_ms").asLong(0),
            request.get("when").asText("before").equals("after"));
    if (!fault.fails() && fault.hangMillis() <= 0) {
      throw LocalRefusal.bad(
          "error", "say how %s fails: error, status, hang_ms or per_channel_ms.".formatted(method));
    }
    return fault;
  }
}
